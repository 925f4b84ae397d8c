/**
 * What a workbook is: plain JSON, never mutated. Rows and their styles are arrays shared between versions, so that an edit
 * copies one row and a 10,000-row sheet stays cheap to fold and to compare.
 */

/** What a cell holds. A string beginning with `=` is a formula in French; one beginning with `'` is the literal text after it. */
export type Scalar = string | number | boolean;
export type Row = readonly (Scalar | null)[];
export type StyleRow = readonly (Style | null)[];

/** `number:2`, `euro:2`, `percent:0` carry their count of decimals; `text` keeps what is typed. Dates are Excel serials. */
export type NumberFormat =
  | 'general'
  | `number:${number}`
  | `euro:${number}`
  | `percent:${number}`
  | 'date'
  | 'date-long'
  | 'time'
  | 'text';

/** Look of a cell. Absent members are the defaults; colours are `#rrggbb`. */
export interface Style {
  readonly format?: NumberFormat;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  readonly align?: 'left' | 'center' | 'right';
  readonly wrap?: boolean;
  readonly fill?: string;
  readonly ink?: string;
  /** Sides with a thin line, among `tlbr`. */
  readonly border?: string;
}

/** Zero-based corners, both included. */
export interface Range {
  readonly r1: number;
  readonly c1: number;
  readonly r2: number;
  readonly c2: number;
}

/** Rows hidden by the automatic filter: below `range`'s first row, those whose shown text is among `hidden` of its column. */
export interface Filter {
  readonly range: Range;
  readonly hidden: Readonly<Record<string, readonly string[]>>;
}

export type ChartKind = 'column' | 'bar' | 'line' | 'pie';

/** A chart over the cells. Its numbers are those of `range` at any moment; headings and labels are found in it. */
export interface Chart {
  readonly id: string;
  readonly kind: ChartKind;
  readonly range: Range;
  /** Empty texts draw nothing. */
  readonly title: string;
  readonly xTitle: string;
  readonly yTitle: string;
  readonly legend: boolean;
  /** Pixels from the top left corner of cell A1. */
  readonly place: ChartPlace;
}
export interface ChartPlace {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Sheet {
  readonly id: string;
  readonly name: string;
  readonly rows: readonly Row[];
  readonly styles: readonly (StyleRow | null)[];
  /** Widths in pixels of the columns that were resized. */
  readonly widths: Readonly<Record<string, number>>;
  readonly merges: readonly Range[];
  /** Count of rows and columns that stay in view. */
  readonly frozen: { readonly rows: number; readonly columns: number };
  readonly filter: Filter | null;
  /** In the order in which they are drawn; absent without any. */
  readonly charts?: readonly Chart[];
}

export interface Workbook {
  readonly sheets: readonly Sheet[];
}

export const MAX_ROWS = 50_000;
export const MAX_COLUMNS = 256;
export const DEFAULT_WIDTH = 92;

export function emptySheet(id: string, name: string): Sheet {
  return {
    id,
    name,
    rows: [],
    styles: [],
    widths: {},
    merges: [],
    frozen: { rows: 0, columns: 0 },
    filter: null
  };
}

export const emptyWorkbook = (): Workbook => ({ sheets: [emptySheet('feuille-1', 'Feuil1')] });

/** The charts of a sheet. */
export const chartsOf = (sheet: Sheet): readonly Chart[] => sheet.charts ?? [];

export const cellAt = (sheet: Sheet, row: number, column: number): Scalar | null =>
  sheet.rows[row]?.[column] ?? null;
export const styleAt = (sheet: Sheet, row: number, column: number): Style | null =>
  sheet.styles[row]?.[column] ?? null;

export const isFormula = (value: Scalar | null): value is `=${string}` =>
  typeof value === 'string' && value.startsWith('=') && value.length > 1;

/** Rows and columns that hold something. */
export function usedSize(sheet: Sheet): { rows: number; columns: number } {
  let columns = 0;
  let rows = 0;
  sheet.rows.forEach((row, index) => {
    let last = row.length;
    while (last > 0 && (row[last - 1] ?? null) === null) last--;
    if (last > 0) rows = index + 1;
    columns = Math.max(columns, last);
  });
  return { rows, columns };
}

/** `0` → `A`, `26` → `AA`. */
export function columnName(column: number): string {
  let name = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}

/** `AA` → `26`. */
export const columnIndex = (name: string): number =>
  [...name.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

/** `{0,0,1,2}` → `A1:C2`; one cell is `A1`. */
export function rangeName({ r1, c1, r2, c2 }: Range): string {
  const first = `${columnName(c1)}${r1 + 1}`;
  return r1 === r2 && c1 === c2 ? first : `${first}:${columnName(c2)}${r2 + 1}`;
}

/** Reads `B3` or `b3:d7`; `null` when it is neither, or out of the sheet. */
export function parseRange(text: string): Range | null {
  const match = /^\$?([a-z]{1,3})\$?(\d{1,6})(?::\$?([a-z]{1,3})\$?(\d{1,6}))?$/i.exec(text.trim());
  if (!match) return null;
  const [, a, one, b = a, two = one] = match;
  const [left, right] = [columnIndex(a!), columnIndex(b!)].sort((x, y) => x - y) as [number, number];
  const [top, bottom] = [Number(one) - 1, Number(two) - 1].sort((x, y) => x - y) as [number, number];
  return top < 0 || bottom >= MAX_ROWS || right >= MAX_COLUMNS
    ? null
    : { r1: top, c1: left, r2: bottom, c2: right };
}

export const inRange = (range: Range, row: number, column: number): boolean =>
  row >= range.r1 && row <= range.r2 && column >= range.c1 && column <= range.c2;
