import { shiftReferences, type Shift } from '../formula/references';
import { isFormula, type Range, type Row, type Sheet, type Workbook } from '../workbook';

/** Items with `count` blanks before `at` (`count` > 0), or without `-count` items from `at` on. */
function splice<T>(items: readonly T[], at: number, count: number, blank: T): readonly T[] {
  if (at >= items.length) return items;
  const next = [...items];
  if (count > 0) next.splice(at, 0, ...Array<T>(count).fill(blank));
  else next.splice(at, -count);
  return next;
}

/** The range once lines are inserted or removed; `null` when nothing is left of it. */
function shiftRange(range: Range, { axis, at, count }: Shift): Range | null {
  const [first, last] = axis === 'row' ? [range.r1, range.r2] : [range.c1, range.c2];
  const move = (i: number, end: 'first' | 'last') => {
    if (count > 0) return i >= at ? i + count : i;
    if (i < at) return i;
    return i >= at - count ? i + count : end === 'first' ? at : at - 1;
  };
  const [a, b] = [move(first, 'first'), move(last, 'last')];
  if (a > b) return null;
  return axis === 'row' ? { ...range, r1: a, r2: b } : { ...range, c1: a, c2: b };
}

function shiftWidths(widths: Sheet['widths'], { at, count }: Shift): Sheet['widths'] {
  const entries = Object.entries(widths).flatMap(([key, width]) => {
    const column = Number(key);
    if (column < at) return [[key, width] as const];
    if (count < 0 && column < at - count) return [];
    return [[String(column + count), width] as const];
  });
  return Object.fromEntries(entries);
}

function shiftLines(sheet: Sheet, shift: Shift): Sheet {
  const { axis, at, count } = shift;
  const ranges = (list: readonly Range[]) =>
    list.map((range) => shiftRange(range, shift)).filter((range) => range !== null);
  const frozenLines = axis === 'row' ? 'rows' : 'columns';
  const before = sheet.frozen[frozenLines];
  const frozen = at >= before ? before : count > 0 ? before + count : Math.max(at, before + count);
  const filterRange = sheet.filter && shiftRange(sheet.filter.range, shift);
  return {
    ...sheet,
    ...(axis === 'row'
      ? { rows: splice<Row>(sheet.rows, at, count, []), styles: splice(sheet.styles, at, count, null) }
      : {
          rows: sheet.rows.map((row) => splice(row, at, count, null)),
          styles: sheet.styles.map((row) => row && splice(row, at, count, null)),
          widths: shiftWidths(sheet.widths, shift)
        }),
    merges: ranges(sheet.merges),
    frozen: { ...sheet.frozen, [frozenLines]: frozen },
    // A chart follows its numbers, and goes with the last of them.
    ...(sheet.charts && {
      charts: sheet.charts.flatMap((chart) => {
        const range = shiftRange(chart.range, shift);
        return range ? [{ ...chart, range }] : [];
      })
    }),
    // A column that moves would carry its criteria elsewhere: the filter is taken off.
    filter: axis === 'row' && sheet.filter && filterRange ? { ...sheet.filter, range: filterRange } : null
  };
}

/** Every formula of the workbook through `rewrite`; sheets and rows without a changed formula stay the same objects. */
export function rewriteFormulas(
  workbook: Workbook,
  rewrite: (formula: string, sheet: Sheet) => string
): Workbook {
  return {
    sheets: workbook.sheets.map((sheet) => {
      let touched = false;
      const rows = sheet.rows.map((row) => {
        if (!row.some(isFormula)) return row;
        const next = row.map((value) => (isFormula(value) ? rewrite(value, sheet) : value));
        if (next.every((value, c) => value === row[c])) return row;
        touched = true;
        return next;
      });
      return touched ? { ...sheet, rows } : sheet;
    })
  };
}

/** The workbook once rows or columns of `target` are inserted (`count` > 0) or removed (`count` < 0). */
export function shiftWorkbook(
  workbook: Workbook,
  target: Sheet,
  axis: Shift['axis'],
  at: number,
  count: number
): Workbook {
  const shift: Shift = { axis, at, count, sheet: target.name };
  const moved = {
    sheets: workbook.sheets.map((sheet) => (sheet === target ? shiftLines(sheet, shift) : sheet))
  };
  return rewriteFormulas(moved, (formula, sheet) => shiftReferences(formula, sheet.name, shift));
}
