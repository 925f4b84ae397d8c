import { columnIndex, columnName, MAX_COLUMNS, MAX_ROWS } from '../workbook';
import { joinTokens, tokenize, type Token } from './tokens';

/** A reference taken apart; a missing half is a whole column or row. */
interface Reference {
  readonly column: number | null;
  readonly row: number | null;
  readonly fixedColumn: boolean;
  readonly fixedRow: boolean;
}

function parse(text: string): Reference {
  const [, dollarA = '', letters, dollarB = '', digits] = /^(\$?)([A-Za-z]+)?(\$?)(\d+)?$/.exec(text)!;
  return {
    column: letters ? columnIndex(letters) : null,
    row: digits ? Number(digits) - 1 : null,
    fixedColumn: letters !== undefined && dollarA === '$',
    fixedRow: letters === undefined ? dollarA === '$' || dollarB === '$' : dollarB === '$'
  };
}

function write({ column, row, fixedColumn, fixedRow }: Reference): string {
  const letters = column === null ? '' : `${fixedColumn ? '$' : ''}${columnName(column)}`;
  return letters + (row === null ? '' : `${fixedRow ? '$' : ''}${row + 1}`);
}

const outside = ({ column, row }: Reference): boolean =>
  (column !== null && (column < 0 || column >= MAX_COLUMNS)) ||
  (row !== null && (row < 0 || row >= MAX_ROWS));

const LOST: Token = { kind: 'error', text: '#REF!' };

/** `'Mars 2026'!` → `Mars 2026`. */
export const sheetOf = (token: Token): string =>
  token.text.startsWith("'") ? token.text.slice(1, -2).replaceAll("''", "'") : token.text.slice(0, -1);

/** `Mars 2026` → `'Mars 2026'!`, `Feuil1` → `Feuil1!`. */
export const sheetPrefix = (name: string): string =>
  /^[\p{L}_][\p{L}\p{N}_]*$/u.test(name) && !/^[a-z]{1,3}\d+$/i.test(name)
    ? `${name}!`
    : `'${name.replaceAll("'", "''")}'!`;

/** The formula as it reads after being copied `rows` down and `columns` right: fixed parts (`$`) stay. */
export function moveReferences(formula: string, rows: number, columns: number): string {
  if (!rows && !columns) return formula;
  return joinTokens(
    tokenize(formula).map((token) => {
      if (token.kind !== 'ref') return token;
      const ref = parse(token.text);
      const moved = {
        ...ref,
        column: ref.column === null || ref.fixedColumn ? ref.column : ref.column + columns,
        row: ref.row === null || ref.fixedRow ? ref.row : ref.row + rows
      };
      return outside(moved) ? LOST : { kind: 'ref', text: write(moved) };
    })
  );
}

/** Rows or columns that appear (`count` > 0) before `at`, or disappear (`count` < 0) from `at` on, in one sheet. */
export interface Shift {
  readonly axis: 'row' | 'column';
  readonly at: number;
  readonly count: number;
  /** Name of the sheet that changes. */
  readonly sheet: string;
}

/** Where index `i` goes; as the end of a range, a removed index falls back on what remains. `null` when it is gone. */
function shiftIndex(i: number, { at, count }: Shift, end: 'alone' | 'first' | 'last'): number | null {
  if (count > 0) return i >= at ? i + count : i;
  const after = at - count;
  if (i < at) return i;
  if (i >= after) return i + count;
  if (end === 'alone') return null;
  return end === 'first' ? at : at - 1;
}

/** The formula of a cell of sheet `home` after `shift`. References to removed cells become `#REF!`. */
export function shiftReferences(formula: string, home: string, shift: Shift): string {
  const tokens = tokenize(formula);
  const same = (name: string) => name.toLocaleLowerCase('fr') === shift.sheet.toLocaleLowerCase('fr');
  const out: Token[] = [];
  let sheet = home;
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!;
    if (token.kind === 'sheet') sheet = sheetOf(token);
    if (token.kind !== 'ref') {
      out.push(token);
      continue;
    }
    const isRange = tokens[i + 1]?.text === ':' && tokens[i + 2]?.kind === 'ref';
    const parts = (isRange ? [token, tokens[i + 2]!] : [token]).map(({ text }) => parse(text));
    if (isRange) i += 2;
    if (same(sheet)) out.push(...shiftParts(parts, shift));
    else out.push(...pieces(parts));
    sheet = home;
  }
  return joinTokens(out);
}

const pieces = (parts: readonly Reference[]): Token[] =>
  parts.flatMap((part, index) => [
    ...(index ? [{ kind: 'operator', text: ':' } as const] : []),
    { kind: 'ref', text: write(part) } as const
  ]);

function shiftParts(parts: readonly Reference[], shift: Shift): Token[] {
  const moved = parts.map((part, index) => {
    const i = part[shift.axis];
    if (i === null) return part;
    const end = parts.length === 1 ? 'alone' : index === 0 ? 'first' : 'last';
    const next = shiftIndex(i, shift, end);
    return next === null ? null : { ...part, [shift.axis]: next };
  });
  const [first, last] = moved;
  if (!first || last === null || outside(first)) return [LOST];
  const emptied = last && first[shift.axis] !== null && first[shift.axis]! > last[shift.axis]!;
  return emptied ? [LOST] : pieces(last ? [first, last] : [first]);
}

/** The formula once a sheet is renamed; `to` is `null` when the sheet is removed. */
export function renameSheet(formula: string, from: string, to: string | null): string {
  if (!formula.includes('!')) return formula;
  const out: Token[] = [];
  const tokens = tokenize(formula);
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!;
    if (token.kind !== 'sheet' || sheetOf(token).toLocaleLowerCase('fr') !== from.toLocaleLowerCase('fr')) {
      out.push(token);
    } else if (to !== null) {
      out.push({ kind: 'sheet', text: sheetPrefix(to) });
    } else {
      out.push(LOST);
      i += tokens[i + 2]?.text === ':' ? 3 : 1;
    }
  }
  return joinTokens(out);
}
