import { FUNCTION_HELP, helpFor, type FunctionHelp } from './help';
import { tokenize, type Token } from './tokens';

/** Help for a formula being typed: names that could be meant, and the function whose arguments are being typed. */
export interface Assist {
  readonly suggestions: readonly FunctionHelp[];
  /** Letters already typed of the name, to be replaced by the chosen one. */
  readonly typed: string;
  readonly inside: { readonly help: FunctionHelp; readonly argument: number } | null;
}

const NOTHING: Assist = { suggestions: [], typed: '', inside: null };
const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toUpperCase();

/** Reads the formula up to the caret. */
export function assistFor(text: string, caret: number, names: readonly string[] = []): Assist {
  if (!text.startsWith('=')) return NOTHING;
  const tokens = tokenize(text.slice(0, caret));
  const last = tokens.at(-1);
  if (last?.kind === 'string' && (last.text.length < 2 || !last.text.endsWith('"'))) return NOTHING;
  const typed = last && /^\p{L}[\p{L}\d.]*$/u.test(last.text) ? last.text : '';
  const starts = (name: string) => plain(name).startsWith(plain(typed));
  const known = FUNCTION_HELP.filter(({ name }) => typed && starts(name));
  const others = names
    .filter((name) => typed.length > 1 && starts(name) && !helpFor(name))
    .map((name) => ({ name, args: '', does: '' }));
  return { suggestions: [...known, ...others].slice(0, 8), typed, inside: enclosing(tokens) };
}

function enclosing(tokens: readonly Token[]): Assist['inside'] {
  const open: { name: string | null; argument: number }[] = [];
  tokens.forEach((token, index) => {
    if (token.text === '(') {
      const before = tokens[index - 1];
      open.push({
        name: before?.kind === 'function' ? before.text : before?.kind === 'name' ? before.text : null,
        argument: 0
      });
    } else if (token.text === ')') open.pop();
    else if (token.kind === 'separator' && open.length) open.at(-1)!.argument++;
  });
  const last = [...open].reverse().find(({ name }) => name !== null);
  const help = last?.name ? helpFor(last.name) : null;
  return help && last ? { help, argument: last.argument } : null;
}

/** A formula with a reference put where the caret is, and the place it takes. */
export interface Pointed {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Puts `reference` at the caret when the formula waits for an operand there, or in the place of the one that was just
 * pointed (`last`). `null` when a click on a cell means leaving the formula.
 */
export function pointReference(
  text: string,
  caret: number,
  reference: string,
  last: Pointed | null
): Pointed | null {
  if (!text.startsWith('=')) return null;
  const replaces = last !== null && last.text === text && caret === last.end;
  const start = replaces ? last.start : caret;
  if (!replaces && !/[=(;:+\-*/^&<>]\s*$/.test(text.slice(0, caret))) return null;
  const tail = text.slice(replaces ? last.end : caret);
  return { text: text.slice(0, start) + reference + tail, start, end: start + reference.length };
}

/** F4: turns the reference at the caret through `$A$1`, `A$1`, `$A1`, `A1`. */
export function cycleDollars(text: string, caret: number): { text: string; caret: number } | null {
  let at = 0;
  for (const token of text.startsWith('=') ? tokenize(text) : []) {
    const end = at + token.text.length;
    const parts = /^(\$?)([A-Za-z]+)(\$?)(\d+)$/.exec(token.text);
    if (token.kind === 'ref' && parts && caret >= at && caret <= end) {
      const [, a, letters, b, digits] = parts;
      const turn = `${a}|${b}`;
      const next = { '|': ['$', '$'], '$|$': ['', '$'], '|$': ['$', ''], '$|': ['', ''] }[turn]!;
      const reference = `${next[0]}${letters}${next[1]}${digits}`;
      return { text: text.slice(0, at) + reference + text.slice(end), caret: at + reference.length };
    }
    at = end;
  }
  return null;
}
