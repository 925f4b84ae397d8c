import type { Shown } from '../format/display';
import { usedSize, type Range, type Sheet } from '../workbook';

/** What the status bar says of a selection. */
export interface Summary {
  readonly filled: number;
  readonly numbers: number;
  readonly sum: number;
}

/** Counts and adds the shown values of a range; lines beyond the used cells are not walked. */
export function summarise(
  sheet: Sheet,
  range: Range,
  shown: (row: number, column: number) => Shown
): Summary {
  const used = usedSize(sheet);
  let [filled, numbers, sum] = [0, 0, 0];
  for (let r = range.r1; r <= Math.min(range.r2, used.rows - 1); r++) {
    for (let c = range.c1; c <= Math.min(range.c2, used.columns - 1); c++) {
      const value = shown(r, c);
      if (value === null || value === '') continue;
      filled++;
      if (typeof value !== 'number') continue;
      numbers++;
      sum += value;
    }
  }
  return { filled, numbers, sum: Number(sum.toPrecision(15)) };
}
