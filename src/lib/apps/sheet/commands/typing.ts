import type { Gesture } from '../../../log/entry';
import type { CellChange } from '../edits/cells';
import { slices } from '../edits/diff';
import { cellsChanged, stylesChanged } from '../events';
import { inheritedFormat } from '../format/inherit';
import { parseInput } from '../format/parse-input';
import { patchStyle } from '../edits/styles';
import { isFormula, styleAt, type NumberFormat, type Sheet, type Style } from '../workbook';

/** A cell and the text typed or pasted in it. */
export type TypedCell = readonly [row: number, column: number, text: string];
/** A cell and the look it takes. */
export type StyleChange = readonly [row: number, column: number, style: Style | null];

/** Gestures for given values and looks, cut to the size of events. */
export function changeGestures(
  place: { readonly file: string; readonly sheet: string },
  cells: readonly CellChange[],
  styles: readonly StyleChange[] = []
): Gesture[] {
  return [
    ...[...slices(cells)].map((part) => cellsChanged({ ...place, cells: part.map(([...cell]) => cell) })),
    ...[...slices(styles)].map((part) => stylesChanged({ ...place, cells: part.map(([...cell]) => cell) }))
  ];
}

/** What typing texts in cells records: their values, and the formats that the typing or the formula brings. */
export function typeCells(
  file: string,
  sheet: Sheet,
  typed: readonly TypedCell[],
  currentYear: number
): Gesture[] {
  const cells: CellChange[] = [];
  const styles: StyleChange[] = [];
  const formatAt = (row: number, column: number): NumberFormat =>
    styleAt(sheet, row, column)?.format ?? 'general';
  for (const [row, column, text] of typed) {
    const own = formatAt(row, column);
    const { value, format } = parseInput(text, { format: own, currentYear });
    if ((sheet.rows[row]?.[column] ?? null) !== value) cells.push([row, column, value]);
    if (own !== 'general') continue;
    const brought = format ?? (isFormula(value) ? inheritedFormat(value, formatAt) : null);
    if (brought) styles.push([row, column, patchStyle(styleAt(sheet, row, column), { format: brought })]);
  }
  return changeGestures({ file, sheet: sheet.id }, cells, styles);
}
