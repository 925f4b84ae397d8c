import { cellAt, isFormula, rangeName, type Range, type Sheet } from '../workbook';
import type { TypedCell } from './typing';

const counts = (sheet: Sheet, row: number, column: number): boolean => {
  const value = cellAt(sheet, row, column);
  return typeof value === 'number' || isFormula(value);
};

/** The run of numbers just above a cell, else just at its left; `null` when there is none. */
function runBeside(sheet: Sheet, row: number, column: number): Range | null {
  let r = row;
  while (r > 0 && counts(sheet, r - 1, column)) r--;
  if (r < row) return { r1: r, c1: column, r2: row - 1, c2: column };
  let c = column;
  while (c > 0 && counts(sheet, row, c - 1)) c--;
  return c < column ? { r1: row, c1: c, r2: row, c2: column - 1 } : null;
}

/** What the Σ button types: `=SOMME(…)` under each column of the selected numbers, or beside one empty cell. */
export function autoSum(sheet: Sheet, selection: Range): TypedCell[] {
  const { r1, c1, r2, c2 } = selection;
  if (r1 === r2 && c1 === c2) {
    const run = runBeside(sheet, r1, c1);
    return [[r1, c1, run ? `=SOMME(${rangeName(run)})` : '=SOMME()']];
  }
  const columns = Array.from({ length: c2 - c1 + 1 }, (_, i) => c1 + i);
  if (r1 === r2) return [[r1, c2 + 1, `=SOMME(${rangeName(selection)})`]];
  const lastIsEmpty = columns.every((c) => cellAt(sheet, r2, c) === null);
  const last = lastIsEmpty ? r2 - 1 : r2;
  return columns
    .filter((c) => counts(sheet, last, c))
    .map((c) => [last + 1, c, `=SOMME(${rangeName({ r1, c1: c, r2: last, c2: c })})`] as const);
}
