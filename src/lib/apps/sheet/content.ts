import {
  MAX_COLUMNS,
  MAX_ROWS,
  emptySheet,
  emptyWorkbook,
  type Row,
  type Sheet,
  type StyleRow,
  type Workbook
} from './workbook';
import * as v from 'valibot';
import { chartSchema, filterSchema, frozenSchema, rangeSchema, styleSchema, widthSchema } from './schemas';

const head = v.object({
  id: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(80))),
  name: v.pipe(v.string(), v.minLength(1), v.maxLength(31)),
  widths: v.optional(v.record(v.string(), widthSchema), {}),
  merges: v.optional(v.array(rangeSchema), []),
  frozen: v.optional(frozenSchema, { rows: 0, columns: 0 }),
  filter: v.optional(v.nullable(filterSchema), null),
  charts: v.fallback(v.optional(v.array(chartSchema), []), [])
});

const scalar = (cell: unknown): Row[number] =>
  typeof cell === 'string' || typeof cell === 'boolean' || (typeof cell === 'number' && Number.isFinite(cell))
    ? cell
    : null;

/** Rows are checked by hand: a schema over 200,000 cells would be felt when the file opens. */
const readRows = (raw: unknown): readonly Row[] =>
  Array.isArray(raw)
    ? raw
        .slice(0, MAX_ROWS)
        .map((row: unknown) => (Array.isArray(row) ? row.slice(0, MAX_COLUMNS).map(scalar) : []))
    : [];

const readStyle = (raw: unknown) => {
  const result = v.safeParse(styleSchema, raw);
  return result.success ? result.output : null;
};

function readStyles(raw: unknown): readonly (StyleRow | null)[] {
  if (!Array.isArray(raw)) return [];
  return raw
    .slice(0, MAX_ROWS)
    .map((row: unknown) =>
      Array.isArray(row)
        ? row
            .slice(0, MAX_COLUMNS)
            .map((style: unknown) => (style === null || style === undefined ? null : readStyle(style)))
        : null
    );
}

function readSheet(raw: unknown, index: number): Sheet | null {
  const parsed = v.safeParse(head, raw);
  if (!parsed.success) return null;
  const { id = `feuille-${index + 1}`, name, charts, ...rest } = parsed.output;
  const { rows, styles } = raw as { rows?: unknown; styles?: unknown };
  return {
    ...emptySheet(id, name),
    ...rest,
    ...(charts.length && { charts }),
    rows: readRows(rows),
    styles: readStyles(styles)
  };
}

/**
 * Reads the `content` of a sheet file (decor, attachment or `file.created`), which comes from outside. What is malformed is
 * left out; a content without any sheet is an empty workbook.
 */
export function readWorkbook(content: unknown): Workbook {
  const raw = (content as { sheets?: unknown } | null | undefined)?.sheets;
  if (!Array.isArray(raw)) return emptyWorkbook();
  const sheets = raw.map(readSheet).filter((sheet) => sheet !== null);
  const ids = new Set<string>();
  const names = new Set<string>();
  const unique = sheets.filter(({ id, name }) => {
    const known = ids.has(id) || names.has(name.toLocaleLowerCase('fr'));
    ids.add(id);
    names.add(name.toLocaleLowerCase('fr'));
    return !known;
  });
  return unique.length ? { sheets: unique } : emptyWorkbook();
}
