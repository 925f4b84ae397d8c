import type { Row, Scalar, Sheet } from '../workbook';

/** A cell and what it takes. */
export type CellChange = readonly [row: number, column: number, value: Scalar | null];

/** The sheet with new values; rows that do not change stay the same objects. */
export function setCells(sheet: Sheet, cells: readonly CellChange[]): Sheet {
  const rows: Row[] = [...sheet.rows];
  const copied = new Map<number, (Scalar | null)[]>();
  for (const [r, c, value] of cells) {
    let row = copied.get(r);
    if (!row) {
      row = [...(rows[r] ?? [])];
      copied.set(r, row);
    }
    while (row.length < c) row.push(null);
    row[c] = value;
  }
  for (const [r, row] of copied) {
    while (row.length && (row.at(-1) ?? null) === null) row.pop();
    while (rows.length < r) rows.push([]);
    rows[r] = row;
  }
  return { ...sheet, rows };
}
