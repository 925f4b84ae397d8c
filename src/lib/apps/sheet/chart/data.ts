import type { Shown } from '../format/display';
import { naturalAlign } from '../format/display';
import type { NumberFormat, Range } from '../workbook';

/** One line, one colour of columns, or the slices of a pie. */
export interface ChartSeries {
  readonly name: string;
  /** `null` where the cell has no number. */
  readonly values: readonly (number | null)[];
  readonly texts: readonly string[];
  /** Where the numbers are. */
  readonly cells: Range;
}
export interface ChartData {
  readonly labels: readonly string[];
  /** Where the labels are; `null` when they are only ranks. */
  readonly labelCells: Range | null;
  readonly series: readonly ChartSeries[];
  /** Format of the first number: how the axis writes its own. */
  readonly format: NumberFormat;
}

/** What a chart needs to know of the cells. */
export interface CellReader {
  shown(row: number, column: number): Shown;
  displayed(row: number, column: number): string;
  formatOf(row: number, column: number): NumberFormat;
}

/**
 * Reads a range as a French Excel does: the first line and the first column are headings when they hold words (or when
 * the corner between them is empty); there are as many series as the shorter side.
 */
export function chartData(cells: CellReader, range: Range): ChartData {
  const { r1, c1, r2, c2 } = range;
  // A date or a percentage stands at the right as a number does; words stand at the left.
  const isDate = (r: number, c: number) => /^(date|time)/.test(cells.formatOf(r, c));
  const isNumber = (r: number, c: number) => typeof cells.shown(r, c) === 'number' && !isDate(r, c);
  const isWord = (r: number, c: number) =>
    cells.shown(r, c) !== null &&
    !isNumber(r, c) &&
    (isDate(r, c) || naturalAlign(cells.shown(r, c)) === 'left');
  const blankCorner = cells.displayed(r1, c1) === '' && r2 > r1 && c2 > c1;
  const some = (from: number, to: number, test: (at: number) => boolean) => {
    for (let at = from; at <= to; at++) if (test(at)) return true;
    return false;
  };
  const isYear = (r: number, c: number) => {
    const value = cells.shown(r, c);
    return typeof value === 'number' && Number.isInteger(value) && value >= 1900 && value <= 2100;
  };
  // « Mois | 2025 | 2026 »: years under a word are headings, where the numbers below are something else.
  const years =
    c2 > c1 &&
    isWord(r1, c1) &&
    !some(c1 + 1, c2, (c) => !isYear(r1, c)) &&
    some(r1 + 1, r2, (r) => some(c1 + 1, c2, (c) => isNumber(r, c) && !isYear(r, c)));
  const headRow = r2 > r1 && (blankCorner || years || some(c2 > c1 ? c1 + 1 : c1, c2, (c) => isWord(r1, c)));
  const headColumn = c2 > c1 && (blankCorner || some(headRow ? r1 + 1 : r1, r2, (r) => isWord(r, c1)));
  const [top, left] = [headRow ? r1 + 1 : r1, headColumn ? c1 + 1 : c1];
  const byColumn = r2 - top >= c2 - left;
  const [head, firstLine, lastLine] = byColumn ? [headRow, left, c2] : [headColumn, top, r2];
  const [labelled, from, to] = byColumn ? [headColumn, top, r2] : [headRow, left, c2];
  const at = (line: number, i: number): readonly [number, number] => (byColumn ? [i, line] : [line, i]);
  const positions = Array.from({ length: to - from + 1 }, (_, i) => from + i);

  const series = Array.from({ length: lastLine - firstLine + 1 }, (_, n): ChartSeries => {
    const line = firstLine + n;
    return {
      name: (head ? cells.displayed(...at(line, byColumn ? r1 : c1)) : '') || `Série ${n + 1}`,
      values: positions.map((i) => {
        const value = cells.shown(...at(line, i));
        return typeof value === 'number' ? value : null;
      }),
      texts: positions.map((i) => cells.displayed(...at(line, i))),
      cells: byColumn ? { r1: from, c1: line, r2: to, c2: line } : { r1: line, c1: from, r2: line, c2: to }
    };
  });
  return {
    labels: positions.map((i) =>
      labelled ? cells.displayed(...at(byColumn ? c1 : r1, i)) : String(i - from + 1)
    ),
    labelCells: labelled
      ? byColumn
        ? { r1: from, c1, r2: to, c2: c1 }
        : { r1, c1: from, r2: r1, c2: to }
      : null,
    series,
    format: firstFormat(cells, series)
  };
}

function firstFormat(cells: CellReader, series: readonly ChartSeries[]): NumberFormat {
  const [first] = series;
  const index = first?.values.findIndex((value) => value !== null) ?? -1;
  if (!first || index < 0) return 'general';
  const { r1, c1, r2 } = first.cells;
  return r2 > r1 ? cells.formatOf(r1 + index, c1) : cells.formatOf(r1, c1 + index);
}

/** Something can be drawn: at least one number. */
export const isDrawable = (data: ChartData): boolean =>
  data.series.some(({ values }) => values.some((value) => value !== null));
