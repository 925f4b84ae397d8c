import * as v from 'valibot';
import { defineEvent } from '../../log/event-definition';
import {
  chartPlaceSchema,
  chartSchema,
  columnSchema,
  filterSchema,
  frozenSchema,
  idSchema,
  rangeSchema,
  rowSchema,
  scalarSchema,
  sheetNameSchema,
  stylePatchSchema,
  styleSchema,
  widthSchema
} from './schemas';

/** Most cells that one event may carry; the window cuts a longer paste in several. */
export const CELLS_PER_EVENT = 5000;

const place = { file: idSchema, sheet: idSchema };
const count = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1000));
const define = <const T extends string, E extends v.ObjectEntries>(type: T, entries: E) =>
  defineEvent(`sheet.${type}`, 'candidate', v.object({ ...place, ...entries }));

/** Cells take new values, `[row, column, value]`; `null` empties. Typing, pasting, filling, sorting, undoing. */
export const cellsChanged = define('cells-changed', {
  cells: v.pipe(
    v.array(v.tuple([rowSchema, columnSchema, scalarSchema])),
    v.minLength(1),
    v.maxLength(CELLS_PER_EVENT)
  )
});
/** The same look is added to every cell of a range. */
export const formatSet = define('format-set', { range: rangeSchema, style: stylePatchSchema });
/** Cells take whole looks of their own (paste, sort, undo); `null` is the default look. */
export const stylesChanged = define('styles-changed', {
  cells: v.pipe(
    v.array(v.tuple([rowSchema, columnSchema, v.nullable(styleSchema)])),
    v.minLength(1),
    v.maxLength(CELLS_PER_EVENT)
  )
});
/** `count` rows or columns come before `at` or go from `at` on; formulas of the whole workbook follow. */
export const rowsInserted = define('rows-inserted', { at: rowSchema, count });
export const rowsRemoved = define('rows-removed', { at: rowSchema, count });
export const columnsInserted = define('columns-inserted', { at: columnSchema, count });
export const columnsRemoved = define('columns-removed', { at: columnSchema, count });
/** `null` is the default width. */
export const columnResized = define('column-resized', {
  column: columnSchema,
  width: v.nullable(widthSchema)
});
/** All the merged ranges of the sheet, after the change. */
export const mergesSet = define('merges-set', { merges: v.pipe(v.array(rangeSchema), v.maxLength(500)) });
export const frozen = define('frozen', { frozen: frozenSchema });
export const filterSet = define('filter-set', { filter: v.nullable(filterSchema) });
const position = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(99));
export const sheetAdded = define('sheet-added', { name: sheetNameSchema, at: position });
/** References to the sheet follow its new name. */
export const sheetRenamed = define('sheet-renamed', { name: sheetNameSchema });
export const sheetRemoved = define('sheet-removed', {});
export const sheetMoved = define('sheet-moved', { at: position });

/** A chart is put over the cells. */
export const chartAdded = define('chart-added', { chart: chartSchema });
/** What a chart shows, or how, is changed. */
export const chartChanged = define('chart-changed', { chart: chartSchema });
/** A chart is moved or resized. */
export const chartMoved = define('chart-moved', { chart: idSchema, place: chartPlaceSchema });
export const chartRemoved = define('chart-removed', { chart: idSchema });

export const sheetEvents = [
  cellsChanged,
  formatSet,
  stylesChanged,
  rowsInserted,
  rowsRemoved,
  columnsInserted,
  columnsRemoved,
  columnResized,
  mergesSet,
  frozen,
  filterSet,
  sheetAdded,
  sheetRenamed,
  sheetRemoved,
  sheetMoved,
  chartAdded,
  chartChanged,
  chartMoved,
  chartRemoved
] as const;
