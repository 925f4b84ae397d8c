import { literalText } from '../format/edit-text';
import type { SheetSession } from '../session.svelte';
import { DEFAULT_WIDTH, cellAt, styleAt, usedSize, type Sheet } from '../workbook';
import type { GridShape } from '../vendor';
import type { CellView } from './cell-view';

/** Blank lines offered past the filled ones. */
const SPARE_ROWS = 60;
const SPARE_COLUMNS = 6;
const AT_LEAST = { rows: 200, columns: 26 };

/** Rows that the filter hides. */
export function hiddenRows(session: SheetSession): number[] {
  const { filter } = session.sheet;
  if (!filter) return [];
  const criteria = Object.entries(filter.hidden).map(
    ([column, texts]) => [Number(column), new Set(texts)] as const
  );
  const rows: number[] = [];
  for (let r = filter.range.r1 + 1; r <= filter.range.r2; r++) {
    if (criteria.some(([column, texts]) => texts.has(session.displayed(r, column)))) rows.push(r);
  }
  return rows;
}

/** Reads a sheet for the grid: one cell at a time, and the shape, which stays the same object while it is equal. */
export class GridView {
  #shape: GridShape | null = null;
  #key = '';
  constructor(private readonly session: SheetSession) {}

  shape(): GridShape {
    const { sheet } = this.session;
    const used = usedSize(sheet);
    // Sizes grow by steps, so that typing at the end does not set the grid up at each line.
    const step = (n: number, size: number) => Math.ceil(n / size) * size;
    const rows = Math.max(AT_LEAST.rows, step(used.rows + SPARE_ROWS, 100));
    const columns = Math.max(AT_LEAST.columns, step(used.columns + SPARE_COLUMNS, 5));
    const shape: GridShape = {
      rows,
      columns,
      widths: Array.from({ length: columns }, (_, c) => sheet.widths[c] ?? DEFAULT_WIDTH),
      merges: sheet.merges,
      frozen: sheet.frozen,
      hiddenRows: hiddenRows(this.session)
    };
    const key = JSON.stringify([sheet.id, shape]);
    if (!this.#shape || key !== this.#key) this.#shape = shape;
    this.#key = key;
    return this.#shape;
  }

  cell(row: number, column: number): CellView {
    const { sheet } = this.session;
    const shown = this.session.shown(row, column);
    const width = widthOf(sheet, row, column);
    const { filter } = sheet;
    const heads = filter && row === filter.range.r1 && column >= filter.range.c1 && column <= filter.range.c2;
    return {
      ...(heads ? { filter: { column, on: (filter.hidden[column]?.length ?? 0) > 0 } } : {}),
      text: this.session.displayed(row, column),
      shown: typeof shown === 'string' ? literalText(shown) : shown,
      format: this.session.formatOf(row, column),
      style: styleAt(sheet, row, column),
      edges: edgesOf(sheet, row, column),
      width,
      room: typeof shown === 'string' ? this.#room(sheet, row, column, width) : width
    };
  }

  #room(sheet: Sheet, row: number, column: number, width: number): number {
    let room = width;
    for (let c = column + 1; c < column + 12; c++) {
      if (cellAt(sheet, row, c) !== null || c === sheet.frozen.columns) break;
      room += sheet.widths[c] ?? DEFAULT_WIDTH;
    }
    return room;
  }
}

/** The grid draws one line between two cells, at the right and at the bottom: each cell draws its neighbours' too. */
function edgesOf(sheet: Sheet, row: number, column: number): string {
  const has = (r: number, c: number, side: string) => styleAt(sheet, r, c)?.border?.includes(side) ?? false;
  return (
    (has(row, column, 'b') || has(row + 1, column, 't') ? 'b' : '') +
    (has(row, column, 'r') || has(row, column + 1, 'l') ? 'r' : '')
  );
}

function widthOf(sheet: Sheet, row: number, column: number): number {
  const merge = sheet.merges.find(({ r1, c1 }) => r1 === row && c1 === column);
  const last = merge?.c2 ?? column;
  let width = 0;
  for (let c = column; c <= last; c++) width += sheet.widths[c] ?? DEFAULT_WIDTH;
  return width;
}
