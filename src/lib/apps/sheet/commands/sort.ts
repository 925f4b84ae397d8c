import type { CellChange } from '../edits/cells';
import type { Shown } from '../format/display';
import { moveReferences } from '../formula/references';
import { cellAt, isFormula, rangeName, styleAt, usedSize, type Range, type Sheet } from '../workbook';
import type { StyleChange } from './typing';

const collator = new Intl.Collator('fr', { numeric: true, sensitivity: 'base' });
const rank = (value: Shown): number =>
  value === null || value === '' ? 3 : typeof value === 'number' ? 0 : typeof value === 'string' ? 1 : 2;

/** Excel's order: numbers, texts, the rest; empty cells last whatever the direction. */
export function compareShown(a: Shown, b: Shown, descending: boolean): number {
  const [ra, rb] = [rank(a), rank(b)];
  if (ra === 3 || rb === 3) return ra - rb;
  const sign = descending ? -1 : 1;
  if (ra !== rb) return sign * (ra - rb);
  if (typeof a === 'number' && typeof b === 'number') return sign * (a - b);
  return sign * collator.compare(String(a), String(b));
}

const filled = (sheet: Sheet, row: number, c1: number, c2: number): boolean =>
  Array.from({ length: c2 - c1 + 1 }, (_, i) => cellAt(sheet, row, c1 + i)).some((value) => value !== null);
const columnFilled = (sheet: Sheet, column: number, r1: number, r2: number): boolean =>
  Array.from({ length: r2 - r1 + 1 }, (_, i) => cellAt(sheet, r1 + i, column)).some(
    (value) => value !== null
  );

/** The block of filled cells around a cell (Excel's current region). */
export function regionAround(sheet: Sheet, row: number, column: number): Range {
  const used = usedSize(sheet);
  const region = { r1: row, r2: row, c1: column, c2: column };
  for (let before = ''; before !== rangeName(region);) {
    before = rangeName(region);
    const { r1, r2, c1, c2 } = region;
    const left = Math.max(0, c1 - 1);
    if (r1 > 0 && filled(sheet, r1 - 1, left, c2 + 1)) region.r1--;
    if (r2 < used.rows - 1 && filled(sheet, r2 + 1, left, c2 + 1)) region.r2++;
    if (c1 > 0 && columnFilled(sheet, c1 - 1, region.r1, region.r2)) region.c1--;
    if (c2 < used.columns - 1 && columnFilled(sheet, c2 + 1, region.r1, region.r2)) region.c2++;
  }
  return region;
}

/** True when the first row of a block names its columns: texts over a block that is not only texts, or a bold row. */
export function hasHeader(sheet: Sheet, range: Range): boolean {
  if (range.r1 === range.r2) return false;
  const columns = Array.from({ length: range.c2 - range.c1 + 1 }, (_, i) => range.c1 + i);
  const first = columns.map((c) => cellAt(sheet, range.r1, c));
  if (!first.every((value) => value === null || (typeof value === 'string' && !isFormula(value))))
    return false;
  if (columns.some((c) => styleAt(sheet, range.r1, c)?.bold)) return true;
  return columns.some((c) => typeof cellAt(sheet, range.r1 + 1, c) !== 'string');
}

/** The cells and looks of a block whose rows are put in the order of one of its columns; formulas follow their row. */
export function sortRows(
  sheet: Sheet,
  range: Range,
  column: number,
  descending: boolean,
  shown: (row: number, column: number) => Shown
): { cells: CellChange[]; styles: StyleChange[] } {
  const rows = Array.from({ length: range.r2 - range.r1 + 1 }, (_, i) => range.r1 + i);
  const keys = new Map(rows.map((row) => [row, shown(row, column)] as const));
  const order = [...rows].sort((a, b) => compareShown(keys.get(a)!, keys.get(b)!, descending) || a - b);
  const cells: CellChange[] = [];
  const styles: StyleChange[] = [];
  order.forEach((from, index) => {
    const to = range.r1 + index;
    if (from === to) return;
    for (let c = range.c1; c <= range.c2; c++) {
      const own = cellAt(sheet, from, c);
      const value = isFormula(own) ? moveReferences(own, to - from, 0) : own;
      if (value !== cellAt(sheet, to, c)) cells.push([to, c, value]);
      const style = styleAt(sheet, from, c);
      if (style !== styleAt(sheet, to, c)) styles.push([to, c, style]);
    }
  });
  return { cells, styles };
}
