/** What a key asks of the correction screen. */
export type ScreenKey =
  | { readonly do: 'mark'; readonly mark: 'yes' | 'no' | 'unseen' }
  | { readonly do: 'clear' | 'comment' | 'pin' | 'next-copy' | 'play' | 'help' }
  | { readonly do: 'criterion'; readonly by: 1 | -1 }
  | { readonly do: 'seek'; readonly by: number }
  | { readonly do: 'event'; readonly direction: 1 | -1 };

interface Press {
  readonly key: string;
  readonly code: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

const SEEK_MS = 5_000;
/** By place and not by character: the digits of a French keyboard need Shift, except on the pad. */
const DIGITS: Readonly<Record<string, ScreenKey>> = {
  Digit0: { do: 'clear' },
  Digit1: { do: 'mark', mark: 'yes' },
  Digit2: { do: 'mark', mark: 'no' },
  Digit3: { do: 'mark', mark: 'unseen' }
};

/** Reads a key pressed outside of any field; `null` when it means nothing here. */
export function readKey({ key, code, shiftKey, ctrlKey, metaKey, altKey }: Press): ScreenKey | null {
  if (ctrlKey || metaKey || altKey) return null;
  const digit = DIGITS[code.replace('Numpad', 'Digit')];
  if (digit) return digit;
  switch (key) {
    case 'j':
    case 'J':
    case 'ArrowDown':
      return { do: 'criterion', by: 1 };
    case 'k':
    case 'K':
    case 'ArrowUp':
      return { do: 'criterion', by: -1 };
    case 'c':
    case 'C':
      return { do: 'comment' };
    case 'e':
    case 'E':
      return { do: 'pin' };
    case 'ArrowLeft':
      return shiftKey ? { do: 'event', direction: -1 } : { do: 'seek', by: -SEEK_MS };
    case 'ArrowRight':
      return shiftKey ? { do: 'event', direction: 1 } : { do: 'seek', by: SEEK_MS };
    case ' ':
      return { do: 'play' };
    case 'Enter':
      return { do: 'next-copy' };
    case '?':
      return { do: 'help' };
    default:
      return null;
  }
}

const FIELDS = 'input:not([type=range]), textarea, select, [contenteditable=true], dialog, [role=dialog]';
const OWN_KEYS = 'button, a, summary, [role=tab], [role=separator], input[type=range], .app-pane';

/** True when the focused element takes this key for itself. */
export function keepsKey(target: EventTarget | null, key: string): boolean {
  if (!(target instanceof Element)) return false;
  if (target.closest(FIELDS)) return true;
  const plain = key === 'Enter' || key === ' ' || key.startsWith('Arrow');
  return plain && target.closest(OWN_KEYS) !== null;
}
