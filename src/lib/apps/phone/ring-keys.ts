/** What the keyboard asks of a ringing telephone, wherever the focus is: Ctrl+Alt+D picks up, Ctrl+Alt+S lets it ring. */
export type RingCommand = 'pick-up' | 'put-off';

const KEYS: Readonly<Partial<Record<string, RingCommand>>> = { KeyD: 'pick-up', KeyS: 'put-off' };

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
