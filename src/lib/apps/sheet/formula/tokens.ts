/** A piece of a formula. `ref` is a cell or a range end (`$B$3`), a column (`B`) or a row (`3`) on either side of a colon. */
export interface Token {
  readonly kind:
    | 'string'
    | 'number'
    | 'function'
    | 'name'
    | 'ref'
    | 'sheet'
    | 'error'
    | 'separator'
    | 'operator'
    | 'space';
  readonly text: string;
}

/** How a language writes formulas. */
export interface FormulaSyntax {
  readonly decimal: ',' | '.';
  readonly argument: ';' | ',';
}
export const FRENCH: FormulaSyntax = { decimal: ',', argument: ';' };
export const ENGLISH: FormulaSyntax = { decimal: '.', argument: ',' };

const PATTERNS: readonly (readonly [Token['kind'], RegExp])[] = [
  ['string', /"(?:[^"]|"")*"?/y],
  ['sheet', /(?:'(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!/uy],
  ['error', /#(?:[A-ZÀ-Ý]+[/!?0]*)+/uy],
  ['function', /[\p{L}_][\p{L}\p{N}_.]*(?=\s*\()/uy],
  ['ref', /\$?[A-Za-z]{1,3}\$?[1-9]\d{0,5}(?![\p{L}\p{N}_.])/uy],
  ['ref', /\$?[A-Za-z]{1,3}(?=:\$?[A-Za-z]{1,3}(?![\p{L}\p{N}_.]))/uy],
  ['ref', /\$?[1-9]\d{0,5}(?=:\$?\d)/uy],
  ['name', /[\p{L}_][\p{L}\p{N}_.]*/uy],
  ['space', /[\s\u00a0\u202f]+/uy],
  ['operator', /<=|>=|<>|[-+*/^&=<>%():{}@]/y]
];
const NUMBERS = { ',': /\d+(?:,\d+)?(?:[eE][-+]?\d+)?|,\d+/y, '.': /\d+(?:\.\d+)?(?:[eE][-+]?\d+)?|\.\d+/y };
const COLUMN_OR_ROW = /\$?(?:[A-Za-z]{1,3}|[1-9]\d{0,5})(?![\p{L}\p{N}_.(!])/uy;

/** Cuts a formula (with or without its `=`) into tokens; joining their texts gives the formula back. Never throws. */
export function tokenize(formula: string, syntax: FormulaSyntax = FRENCH): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  const take = (kind: Token['kind'], pattern: RegExp): boolean => {
    pattern.lastIndex = at;
    const text = pattern.exec(formula)?.[0];
    if (!text) return false;
    tokens.push({ kind, text });
    at += text.length;
    return true;
  };
  while (at < formula.length) {
    const before = tokens.at(-1);
    const closesRange = before?.text === ':' && tokens.at(-2)?.kind === 'ref';
    if (closesRange && take('ref', COLUMN_OR_ROW)) continue;
    if (formula[at] === syntax.argument) {
      tokens.push({ kind: 'separator', text: formula[at++]! });
      continue;
    }
    if (PATTERNS.some(([kind, pattern]) => take(kind, pattern))) continue;
    if (take('number', NUMBERS[syntax.decimal])) continue;
    tokens.push({ kind: 'operator', text: formula[at++]! });
  }
  return tokens;
}

export const joinTokens = (tokens: readonly Token[]): string => tokens.map(({ text }) => text).join('');
