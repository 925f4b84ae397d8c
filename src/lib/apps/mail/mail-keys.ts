import type { Mailbox } from './mailbox.svelte';

const typing = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.matches('input, textarea, select') || target.isContentEditable);

/**
 * The shortcuts of the window, those that a user of Outlook in French knows (Ctrl+N is kept by some browsers for
 * themselves: Alt+N does the same). Returns true when the key was taken.
 */
export function mailKey(event: KeyboardEvent, box: Mailbox, focusSearch: () => void): boolean {
  const key = event.key.toLowerCase();
  const writing = typing(event.target);
  if (event.altKey && !event.ctrlKey && key === 'n') box.compose();
  else if (event.ctrlKey && !event.altKey && !event.metaKey) {
    if (key === 'n' && !event.shiftKey) box.compose();
    else if (key === 'r' && !writing) box.reply(event.shiftKey);
    else if (key === 'r') return true;
    else if (key === 'f' && !writing && box.message) box.forward();
    else if (key === 'e' || (key === 'f' && !box.message)) focusSearch();
    else if (key === 'q' && !writing) box.setRead(true);
    else if (key === 'u' && !writing) box.setRead(false);
    else if (key === 'a' && !writing) box.markAll();
    else return false;
  } else if (key === 'delete' && !writing && !event.shiftKey) void box.remove();
  else if (key === 'insert' && !writing) box.toggleFlag();
  else return false;
  return true;
}
