/**
 * What the keyboard asks of the telephone, wherever the focus is: Ctrl+Alt+D picks up, Ctrl+Alt+S lets it ring,
 * Ctrl+Alt+P asks the other person to wait, or takes back who waits. The keys are in the same place on every keyboard.
 */
export type RingCommand = 'pick-up' | 'put-off' | 'hold';

const KEYS: Readonly<Partial<Record<string, RingCommand>>> = {
  KeyD: 'pick-up',
  KeyS: 'put-off',
  KeyP: 'hold'
};

/** The command of a key press, by the physical key; `null` when it is for somebody else. */
export function ringCommand({
  code,
  ctrlKey,
  altKey,
  shiftKey,
  metaKey
}: Pick<KeyboardEvent, 'code' | 'ctrlKey' | 'altKey' | 'shiftKey' | 'metaKey'>): RingCommand | null {
  return ctrlKey && altKey && !shiftKey && !metaKey ? (KEYS[code] ?? null) : null;
}
