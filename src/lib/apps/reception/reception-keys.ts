type Press = Pick<KeyboardEvent, 'code' | 'ctrlKey' | 'altKey' | 'shiftKey' | 'metaKey'>;

/** Whether a key press, wherever the focus is, asks to receive who has waited longest: Ctrl+Alt+V. */
export const receptionKey = ({ code, ctrlKey, altKey, shiftKey, metaKey }: Press): boolean =>
  code === 'KeyV' && ctrlKey && altKey && !shiftKey && !metaKey;
