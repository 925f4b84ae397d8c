import type { Gesture } from '../../../log/entry';
import {
  cellsChanged,
  chartAdded,
  chartChanged,
  chartRemoved,
  CELLS_PER_EVENT,
  columnResized,
  filterSet,
  frozen,
  mergesSet,
  stylesChanged
} from '../events';
import { chartsOf, type Scalar, type Sheet, type Style } from '../workbook';

/** Where two tables of shared rows differ, as `[row, column, value of the second]`. */
function tableDiff<T>(
  before: readonly (readonly (T | null)[] | null)[],
  after: readonly (readonly (T | null)[] | null)[]
): [number, number, T | null][] {
  const cells: [number, number, T | null][] = [];
  for (let r = 0; r < Math.max(before.length, after.length); r++) {
    const [a, b] = [before[r] ?? [], after[r] ?? []];
    if (a === b) continue;
    for (let c = 0; c < Math.max(a.length, b.length); c++) {
      const value = b[c] ?? null;
      if ((a[c] ?? null) !== value) cells.push([r, c, value]);
    }
  }
  return cells;
}

/** A list in slices that fit in one event. */
export function* slices<T>(list: readonly T[]): Generator<T[]> {
  for (let i = 0; i < list.length; i += CELLS_PER_EVENT) yield list.slice(i, i + CELLS_PER_EVENT);
}

const differ = (a: unknown, b: unknown): boolean => a !== b && JSON.stringify(a) !== JSON.stringify(b);

/** The gestures that turn sheet `before` into `after` (same rows and columns): what undoing and redoing record. */
export function sheetDiff(file: string, before: Sheet, after: Sheet): Gesture[] {
  const place = { file, sheet: after.id };
  const out: Gesture[] = [];
  for (const cells of slices(tableDiff<Scalar>(before.rows, after.rows))) {
    out.push(cellsChanged({ ...place, cells }));
  }
  for (const cells of slices(tableDiff<Style>(before.styles, after.styles))) {
    out.push(stylesChanged({ ...place, cells }));
  }
  if (differ(before.merges, after.merges)) out.push(mergesSet({ ...place, merges: [...after.merges] }));
  if (differ(before.frozen, after.frozen)) out.push(frozen({ ...place, frozen: after.frozen }));
  if (differ(before.filter, after.filter)) {
    const filter = after.filter as Parameters<typeof filterSet>[0]['filter'];
    out.push(filterSet({ ...place, filter }));
  }
  for (const column of new Set([...Object.keys(before.widths), ...Object.keys(after.widths)])) {
    if (before.widths[column] !== after.widths[column]) {
      out.push(columnResized({ ...place, column: Number(column), width: after.widths[column] ?? null }));
    }
  }
  for (const { id } of chartsOf(before))
    if (!chartsOf(after).some((chart) => chart.id === id)) out.push(chartRemoved({ ...place, chart: id }));
  for (const chart of chartsOf(after)) {
    const old = chartsOf(before).find(({ id }) => id === chart.id);
    if (!old) out.push(chartAdded({ ...place, chart }));
    else if (differ(old, chart)) out.push(chartChanged({ ...place, chart }));
  }
  return out;
}
