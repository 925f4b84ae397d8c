import { FUNCTION_HELP } from '../formula/help';
import { tokenize, type Token } from '../formula/tokens';
import { columnIndex, isFormula, type Row, type Scalar, type Sheet, type Workbook } from '../workbook';

/** The corner of the first sheet that a window can show when a workbook opens. */
const LOOK = { rows: 80, columns: 40 };
/** Below this many formulas the whole workbook is computed at once: nobody would see the difference. */
const WORTH_FORMULAS = 3_000;
/** Past this many cells, what the corner needs is about the whole workbook. */
const MOST_CELLS = 6_000;

/** Functions whose result is one cell, and depends on what their arguments name and on nothing else. */
const PLAIN = new Set(FUNCTION_HELP.map(({ name }) => name));
const NAMES = /[\p{L}_][\p{L}\p{N}_.]*(?=\s*\()/gu;
const CELL = /^\$?([A-Za-z]{1,3})\$?(\d+)$/;

/** True when the first look answers for this cell as the whole workbook would. */
export const isInFirstLook = (workbook: Workbook, sheet: string, row: number, column: number): boolean =>
  workbook.sheets[0]?.id === sheet && row < LOOK.rows && column < LOOK.columns;

/**
 * A large workbook with only the cells that the top left corner of its first sheet is computed from, each at its place: a
 * calculation of milliseconds, before that of everything. `null` when the whole is wanted at once: it is small, the corner
 * needs too much of it, or a formula somewhere may reach cells that its text does not name.
 */
export function firstLook(workbook: Workbook): Workbook | null {
  const first = workbook.sheets[0];
  if (!first || !isPlain(workbook)) return null;
  const kept = new Map<Sheet, Map<number, Map<number, Scalar>>>();
  const waiting: { sheet: Sheet; formula: string }[] = [];
  let count = 0;
  const keep = (sheet: Sheet, row: number, column: number) => {
    const value = sheet.rows[row]?.[column] ?? null;
    if (value === null) return;
    let rows = kept.get(sheet);
    if (!rows) kept.set(sheet, (rows = new Map()));
    let cells = rows.get(row);
    if (!cells) rows.set(row, (cells = new Map()));
    if (cells.has(column)) return;
    cells.set(column, value);
    count += 1;
    if (isFormula(value)) waiting.push({ sheet, formula: value });
  };
  const keepRange = (sheet: Sheet, { r1, c1, r2, c2 }: Corners) => {
    for (let r = r1; r <= Math.min(r2, sheet.rows.length - 1) && count <= MOST_CELLS; r++)
      for (let c = c1; c <= Math.min(c2, (sheet.rows[r]?.length ?? 0) - 1); c++) keep(sheet, r, c);
  };
  keepRange(first, { r1: 0, c1: 0, r2: LOOK.rows - 1, c2: LOOK.columns - 1 });
  for (let next = waiting.pop(); next && count <= MOST_CELLS; next = waiting.pop()) {
    const named = rangesOf(next.formula, next.sheet, workbook);
    if (!named) return null;
    for (const { sheet, corners } of named) keepRange(sheet, corners);
  }
  if (count > MOST_CELLS) return null;
  return { sheets: workbook.sheets.map((sheet) => ({ ...sheet, rows: rowsOf(kept.get(sheet)) })) };
}

/** Many formulas, and all of them plain. */
function isPlain({ sheets }: Workbook): boolean {
  let formulas = 0;
  for (const { rows } of sheets)
    for (const row of rows)
      for (const value of row) {
        if (!isFormula(value)) continue;
        formulas += 1;
        // Between braces stands a table, which may fill the cells around.
        if (value.includes('{')) return false;
        for (const [name] of value.matchAll(NAMES)) if (!PLAIN.has(name)) return false;
      }
  return formulas >= WORTH_FORMULAS;
}

interface Corners {
  readonly r1: number;
  readonly c1: number;
  readonly r2: number;
  readonly c2: number;
}

/** The cells that a formula names, or `null` when it names something else: a whole column, an unknown sheet, a name. */
function rangesOf(
  formula: string,
  own: Sheet,
  { sheets }: Workbook
): { sheet: Sheet; corners: Corners }[] | null {
  const tokens = tokenize(formula.slice(1));
  const ranges: { sheet: Sheet; corners: Corners }[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]!;
    if (token.kind === 'name' && !/^(?:VRAI|FAUX)$/i.test(token.text)) return null;
    if (token.kind !== 'ref' && token.kind !== 'sheet') continue;
    const sheet = token.kind === 'sheet' ? sheets.find(({ name }) => token.text === `${name}!`) : own;
    if (token.kind === 'sheet') at += 1;
    const from = cellOf(tokens[at]);
    if (!sheet || !from) return null;
    const isRange = tokens[at + 1]?.text === ':';
    const to = isRange ? cellOf(tokens[(at += 2)]) : from;
    if (!to) return null;
    ranges.push({
      sheet,
      corners: {
        r1: Math.min(from.row, to.row),
        c1: Math.min(from.column, to.column),
        r2: Math.max(from.row, to.row),
        c2: Math.max(from.column, to.column)
      }
    });
  }
  return ranges;
}

function cellOf(token: Token | undefined): { row: number; column: number } | null {
  const [, letters, digits] = CELL.exec(token?.text ?? '') ?? [];
  return letters && digits ? { row: Number(digits) - 1, column: columnIndex(letters) } : null;
}

/** Rows with the kept cells and nothing else. */
function rowsOf(kept: ReadonlyMap<number, ReadonlyMap<number, Scalar>> | undefined): Row[] {
  if (!kept) return [];
  return Array.from({ length: Math.max(...kept.keys()) + 1 }, (_, r) => {
    const cells = kept.get(r);
    if (!cells) return [];
    return Array.from({ length: Math.max(...cells.keys()) + 1 }, (_, c) => cells.get(c) ?? null);
  });
}
