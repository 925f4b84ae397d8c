import * as v from 'valibot';
import { MAX_COLUMNS, MAX_ROWS, type NumberFormat } from './workbook';

/** Shapes shared by the events and by the content of a file. */
export const idSchema = v.pipe(v.string(), v.minLength(1), v.maxLength(80));
export const rowSchema = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(MAX_ROWS - 1));
export const columnSchema = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(MAX_COLUMNS - 1));
export const widthSchema = v.pipe(v.number(), v.integer(), v.minValue(20), v.maxValue(800));
export const scalarSchema = v.nullable(
  v.union([v.pipe(v.string(), v.maxLength(8192)), v.pipe(v.number(), v.finite()), v.boolean()])
);

export const rangeSchema = v.pipe(
  v.object({ r1: rowSchema, c1: columnSchema, r2: rowSchema, c2: columnSchema }),
  v.check(({ r1, r2, c1, c2 }) => r1 <= r2 && c1 <= c2, 'corners in order')
);
export const frozenSchema = v.object({
  rows: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(50)),
  columns: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(20))
});

/** Excel's own rule: 31 characters, none of `: \ / ? * [ ]`. */
export const sheetNameSchema = v.pipe(
  v.string(),
  v.trim(),
  v.minLength(1),
  v.maxLength(31),
  v.regex(/^[^:\\/?*[\]'\p{Cc}]+$/u)
);

const colour = v.pipe(v.string(), v.regex(/^#[0-9a-f]{6}$/));
const format = v.custom<NumberFormat>(
  (value) =>
    typeof value === 'string' &&
    /^(general|date|date-long|time|text|(number|euro|percent):([0-9]|10))$/.test(value)
);
const styleEntries = {
  format,
  bold: v.boolean(),
  italic: v.boolean(),
  underline: v.boolean(),
  align: v.picklist(['left', 'center', 'right']),
  wrap: v.boolean(),
  fill: colour,
  ink: colour,
  border: v.pipe(v.string(), v.regex(/^t?l?b?r?$/))
} as const;

export const styleSchema = v.partial(v.object(styleEntries));

/** Members to set; `null` takes a member away. */
export const stylePatchSchema = v.partial(
  v.object({
    format: v.nullable(styleEntries.format),
    bold: v.nullable(styleEntries.bold),
    italic: v.nullable(styleEntries.italic),
    underline: v.nullable(styleEntries.underline),
    align: v.nullable(styleEntries.align),
    wrap: v.nullable(styleEntries.wrap),
    fill: v.nullable(styleEntries.fill),
    ink: v.nullable(styleEntries.ink),
    border: v.nullable(styleEntries.border)
  })
);
export type StylePatch = v.InferOutput<typeof stylePatchSchema>;

const pixels = (min: number, max: number) =>
  v.pipe(v.number(), v.integer(), v.minValue(min), v.maxValue(max));
export const chartPlaceSchema = v.object({
  x: pixels(0, 100_000),
  y: pixels(0, 2_000_000),
  width: pixels(160, 3000),
  height: pixels(120, 3000)
});
const chartText = v.pipe(v.string(), v.maxLength(200));
export const chartSchema = v.object({
  id: idSchema,
  kind: v.picklist(['column', 'bar', 'line', 'pie']),
  range: rangeSchema,
  title: chartText,
  xTitle: chartText,
  yTitle: chartText,
  legend: v.boolean(),
  place: chartPlaceSchema
});
/** Most charts of one sheet. */
export const MAX_CHARTS = 30;

export const filterSchema = v.object({
  range: rangeSchema,
  hidden: v.record(v.pipe(v.string(), v.regex(/^\d+$/)), v.array(v.pipe(v.string(), v.maxLength(8192))))
});
