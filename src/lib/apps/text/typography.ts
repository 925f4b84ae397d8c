/** What replaces a typed character: `back` characters are removed before the caret, then `insert` is written. */
export interface TypographicEdit {
  readonly back: number;
  readonly insert: string;
}

const NBSP = '\u00a0';

/**
 * French typography as a word processor applies it while one types: ’ for ', « » with no-break spaces for ", a no-break
 * space before : ; ! ?, … for three dots, – for two hyphens between spaces. `null` when the character stays as typed.
 * @param before text of the paragraph before the caret
 * @param typed the one character typed
 */
export function typographicEdit(before: string, typed: string): TypographicEdit | null {
  const last = before.at(-1) ?? '';
  switch (typed) {
    case "'":
      return { back: 0, insert: '’' };
    case '"':
      return quote(before, last);
    case '.':
      return before.endsWith('..') && !before.endsWith('...') ? { back: 2, insert: '…' } : null;
    case ' ':
      return /(^|\s)--$/.test(before) ? { back: 2, insert: '– ' } : null;
    case ':':
    case ';':
    case '!':
    case '?':
      return spaced(before, last, typed);
    default:
      return null;
  }
}

function quote(before: string, last: string): TypographicEdit {
  const opened = before.lastIndexOf('«') > before.lastIndexOf('»');
  if (!opened) return { back: 0, insert: `«${NBSP}` };
  if (last === NBSP) return { back: 0, insert: '»' };
  return last === ' ' ? { back: 1, insert: `${NBSP}»` } : { back: 0, insert: `${NBSP}»` };
}

function spaced(before: string, last: string, typed: string): TypographicEdit | null {
  if (last === '' || last === NBSP || /[\s:;!?(«]/.test(last)) {
    return last === ' ' && before.trim() !== '' ? { back: 1, insert: NBSP + typed } : null;
  }
  if (typed === ':' && /(^|\s)(https?|mailto)$/i.test(before)) return null;
  return { back: 0, insert: NBSP + typed };
}
