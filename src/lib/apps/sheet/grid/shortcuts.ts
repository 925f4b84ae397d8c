import type { SheetActions } from '../commands/actions';
import type { SheetSession } from '../session.svelte';

/** Keys of a French Excel, outside of the typing of a cell. Returns true when the key was taken. */
export function runShortcut(
  event: KeyboardEvent,
  on: {
    session: SheetSession;
    actions: SheetActions;
    print: () => void;
    filter: () => void;
    saved: () => void;
    step: (direction: 1 | -1) => void;
  }
): boolean {
  const { session, actions } = on;
  const control = event.ctrlKey || event.metaKey;
  const key = event.key.toLowerCase();
  if (control && (event.key === 'PageDown' || event.key === 'PageUp')) {
    on.step(event.key === 'PageDown' ? 1 : -1);
    return true;
  }
  if (control && key === 'p') return (on.print(), true);
  if (session.readOnly) return false;
  if (event.altKey && event.key === '=') return (actions.autoSum(), true);
  if (!control || event.altKey) return false;
  const commands: Readonly<Record<string, () => void>> = {
    z: () => (event.shiftKey ? session.redo() : session.undo()),
    y: () => session.redo(),
    g: () => actions.toggle('bold'),
    b: () => actions.toggle('bold'),
    i: () => actions.toggle('italic'),
    u: () => actions.toggle('underline'),
    d: () => actions.fill('down'),
    r: () => actions.fill('right'),
    s: on.saved,
    ';': () => actions.today()
  };
  const command = event.shiftKey && key === 'l' ? on.filter : commands[key];
  command?.();
  return command !== undefined;
}
