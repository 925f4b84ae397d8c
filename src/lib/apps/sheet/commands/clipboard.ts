import type { CellChange } from '../edits/cells';
import { moveReferences } from '../formula/references';
import { cellAt, isFormula, styleAt, type Range, type Scalar, type Sheet, type Style } from '../workbook';
import type { StyleChange, TypedCell } from './typing';

/** What was copied from this window, and the text that went to the system's clipboard with it. */
export interface Clip {
  readonly text: string;
  readonly range: Range;
  readonly values: readonly (readonly (Scalar | null)[])[];
  readonly styles: readonly (readonly (Style | null)[])[];
  /** Cut cells are emptied where they come from when they are pasted. */
  readonly cutFrom: string | null;
}

const each = <T>(range: Range, read: (row: number, column: number) => T): T[][] =>
  Array.from({ length: range.r2 - range.r1 + 1 }, (_, r) =>
    Array.from({ length: range.c2 - range.c1 + 1 }, (_, c) => read(range.r1 + r, range.c1 + c))
  );

/** Copies a range with its formulas and looks. */
export const clipOf = (sheet: Sheet, range: Range, text: string, cut: boolean): Clip => ({
  text,
  range,
  values: each(range, (r, c) => cellAt(sheet, r, c)),
  styles: each(range, (r, c) => styleAt(sheet, r, c)),
  cutFrom: cut ? sheet.id : null
});

/** Cells covered by pasting `height` × `width` on a selection: repeated when the selection is a whole number of times larger. */
function targetOf(selection: Range, height: number, width: number): Range {
  const rows = selection.r2 - selection.r1 + 1;
  const columns = selection.c2 - selection.c1 + 1;
  return {
    r1: selection.r1,
    c1: selection.c1,
    r2: selection.r1 + (rows % height === 0 ? rows : height) - 1,
    c2: selection.c1 + (columns % width === 0 ? columns : width) - 1
  };
}

/** Pastes what was copied here: formulas follow (unless cut), looks come along. */
export function pasteClip(
  sheet: Sheet,
  selection: Range,
  clip: Clip
): { cells: CellChange[]; styles: StyleChange[]; target: Range } {
  const [height, width] = [clip.values.length, clip.values[0]!.length];
  const target = targetOf(selection, height, width);
  const cells: CellChange[] = [];
  const styles: StyleChange[] = [];
  for (let r = target.r1; r <= target.r2; r++) {
    for (let c = target.c1; c <= target.c2; c++) {
      const [sr, sc] = [(r - target.r1) % height, (c - target.c1) % width];
      const own = clip.values[sr]![sc]!;
      const rows = r - (clip.range.r1 + sr);
      const value =
        isFormula(own) && !clip.cutFrom ? moveReferences(own, rows, c - (clip.range.c1 + sc)) : own;
      cells.push([r, c, value ?? null]);
      const style = clip.styles[sr]![sc] ?? null;
      if (style !== styleAt(sheet, r, c)) styles.push([r, c, style]);
    }
  }
  return { cells, styles, target };
}

/** Pastes a table of texts from elsewhere, as if typed. */
export function pasteText(
  selection: Range,
  table: readonly (readonly string[])[]
): { typed: TypedCell[]; target: Range } {
  const height = table.length;
  const width = Math.max(...table.map((row) => row.length));
  const target = targetOf(selection, height, width);
  const typed: TypedCell[] = [];
  for (let r = target.r1; r <= target.r2; r++) {
    for (let c = target.c1; c <= target.c2; c++) {
      typed.push([r, c, table[(r - target.r1) % height]![(c - target.c1) % width] ?? '']);
    }
  }
  return { typed, target };
}
