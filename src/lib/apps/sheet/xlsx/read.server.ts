import { unzipSync } from 'fflate';
import { readXlsx, type Cell, type Sheet as ExcelSheet } from 'hucre/xlsx';
import { dictionary } from '../calc/vendor';
import { toFrench } from '../formula/translate';
import { serialOfMs } from '../format/serial';
import {
  MAX_COLUMNS,
  MAX_ROWS,
  emptySheet,
  type Scalar,
  type Sheet,
  type Style,
  type Workbook
} from '../workbook';
import { fromCellStyle } from './styles';

const pixels = (characters: number): number => Math.min(800, Math.max(20, Math.round(characters * 7 + 5)));

/** Texts that would read as a formula stay texts. */
const literal = (text: string): string | null =>
  text === '' ? null : /^[='].+/s.test(text) ? `'${text}` : text;

function scalarOf(cell: Cell): Scalar | null {
  if (cell.formula !== undefined && cell.formula !== '') return toFrench(`=${cell.formula}`, dictionary);
  return plainScalar(cell.value);
}

function plainScalar(value: Cell['value']): Scalar | null {
  if (value instanceof Date) return serialOfMs(value.getTime());
  return typeof value === 'string' ? literal(value) : value;
}

function readSheet(source: ExcelSheet, index: number): Sheet {
  const rows: (Scalar | null)[][] = [];
  const styles: (Style | null)[][] = [];
  // The reader lists in `cells` those that have a look or a formula; the values of all of them are in `rows`.
  for (const [r, values] of source.rows.slice(0, MAX_ROWS).entries()) {
    for (const [c, value] of values.slice(0, MAX_COLUMNS).entries()) {
      if (value === null || source.cells?.has(`${r},${c}`)) continue;
      const scalar = plainScalar(value);
      if (scalar !== null) put(rows, r, c, scalar);
      if (value instanceof Date) put(styles, r, c, { format: 'date' });
    }
  }
  for (const [key, cell] of source.cells ?? []) {
    const [r, c] = key.split(',').map(Number) as [number, number];
    if (r >= MAX_ROWS || c >= MAX_COLUMNS) continue;
    const value = scalarOf(cell);
    const style = fromCellStyle(cell.style);
    if (value !== null) put(rows, r, c, value);
    if (style) put(styles, r, c, style);
    else if (cell.value instanceof Date) put(styles, r, c, { format: 'date' });
  }
  const widths = Object.fromEntries(
    (source.columns ?? [])
      .slice(0, MAX_COLUMNS)
      .flatMap(({ width }, c) => (width ? [[c, pixels(width)] as const] : []))
  );
  return {
    ...emptySheet(`feuille-${index + 1}`, source.name.replace(/[:\\/?*[\]']/g, ' ').slice(0, 31)),
    rows: filled(rows),
    styles: Array.from(styles, (row) => (row ? filledRow(row) : null)),
    widths,
    merges: (source.merges ?? []).map((m) => ({
      r1: m.startRow,
      c1: m.startCol,
      r2: m.endRow,
      c2: m.endCol
    })),
    frozen: {
      rows: Math.min(50, source.freezePane?.rows ?? 0),
      columns: Math.min(20, source.freezePane?.columns ?? 0)
    }
  };
}

function put<T>(table: T[][], r: number, c: number, value: T): void {
  (table[r] ??= [])[c] = value;
}
const filledRow = <T>(row: readonly (T | null)[]): (T | null)[] => Array.from(row, (item) => item ?? null);
const filled = <T>(table: readonly (readonly (T | null)[])[]): (T | null)[][] =>
  Array.from(table, (row) => filledRow(row ?? []));

const MOST_UNPACKED = 40_000_000;

/** Throws when a workbook weighs more than 40 MB once unpacked, or lies about it: the reader would take it whole. */
function refuseHuge(bytes: Uint8Array): void {
  let total = 0;
  unzipSync(bytes, {
    filter: ({ originalSize }) => {
      total += originalSize;
      if (total > MOST_UNPACKED) throw new Error('the workbook is larger than 40 MB once unpacked');
      return true;
    }
  });
}

/** Reads an .xlsx: French formulas, formats, looks, widths, merges, frozen panes. Hidden sheets come too. */
export async function xlsxToWorkbook(bytes: Uint8Array): Promise<Workbook> {
  refuseHuge(bytes);
  const source = await readXlsx(bytes, { readStyles: true });
  return { sheets: source.sheets.map(readSheet) };
}
