import type { Draft } from '../document/draft.svelte';

const TYPES_TEXT = 'input:not([type="checkbox"], [type="color"], [type="file"]), textarea, [contenteditable]';

/** Ctrl+Z and Ctrl+Y take the draft a step back and forth; in a field they are the browser’s own. */
export function undoKey(draft: Draft, event: KeyboardEvent): void {
  if (!(event.ctrlKey || event.metaKey) || event.altKey || event.defaultPrevented) return;
  if (event.target instanceof Element && event.target.matches(TYPES_TEXT)) return;
  const key = event.key.toLowerCase();
  if (key === 'z' && !event.shiftKey) draft.undo();
  else if (key === 'y' || (key === 'z' && event.shiftKey)) draft.redo();
  else return;
  event.preventDefault();
}
