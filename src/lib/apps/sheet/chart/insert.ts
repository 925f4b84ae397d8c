import { regionAround } from '../commands/sort';
import type { SheetSession } from '../session.svelte';
import { chartsOf, DEFAULT_WIDTH, usedSize, type Chart } from '../workbook';
import { chartData } from './data';

/** Height of a row of the grid, in pixels. */
export const ROW_HEIGHT = 23;
const GAP = 24;
const WIDTH = 460;

/**
 * A chart of the selection (of the table around it when it is one cell), not in the sheet yet: beside what the sheet
 * holds, or under its numbers when `room`, the pixels of cells in view from column A, is too narrow.
 */
export function newChart(session: SheetSession, id: string, room: number): Chart {
  const { selection, sheet, active } = session;
  const single = selection.r1 === selection.r2 && selection.c1 === selection.c2;
  const range = single ? regionAround(sheet, active.row, active.column) : selection;
  // Past the last column that holds something, when it is not far, so that nothing is covered.
  const last = Math.max(range.c2, usedSize(sheet).columns - 1);
  let x = GAP;
  for (let c = 0; c <= (last > 9 ? Math.min(range.c2, 9) : last); c++) x += sheet.widths[c] ?? DEFAULT_WIDTH;
  const beside = x + WIDTH <= room;
  const step = chartsOf(sheet).length * GAP;
  const small = (range.r2 - range.r1 + 1) * (range.c2 - range.c1 + 1) <= 2000;
  const several = small && chartData(session, range).series.length > 1;
  return {
    id,
    kind: 'column',
    range,
    title: '',
    xTitle: '',
    yTitle: '',
    legend: several,
    place: {
      x: (beside ? x : GAP) + step,
      y: (beside ? range.r1 : range.r2 + 1) * ROW_HEIGHT + GAP / 2 + step,
      width: WIDTH,
      height: 300
    }
  };
}
