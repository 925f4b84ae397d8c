import { describe, expect, it } from 'vitest';
import { emptySheet, type Row, type Sheet } from '../workbook';
import { autoSum } from './autosum';
import { copyCells, fillCells } from './fill';
import { sortRows } from './sort';

const sheetOf = (...rows: Row[]): Sheet => ({ ...emptySheet('f', 'Feuil1'), rows });
const column = (r1: number, r2: number) => ({ r1, c1: 0, r2, c2: 0 });

describe('the fill handle', () => {
  it.each<[string, Row[], number, unknown[]]>([
    ['follows a series of numbers', [[2], [4]], 2, [6, 8]],
    ['copies one number', [[7]], 2, [7, 7]],
    ['goes on with days', [['Vendredi']], 2, ['Samedi', 'Dimanche']],
    ['counts texts', [['Lot 09']], 2, ['Lot 10', 'Lot 11']],
    ['moves formulas', [['=B1*$C$1']], 2, ['=B2*$C$1', '=B3*$C$1']]
  ])('%s', (_name, rows, count, expected) => {
    const n = rows.length;
    const { cells } = fillCells(sheetOf(...rows), column(0, n - 1), column(n, n + count - 1));
    expect(cells.map(([, , value]) => value)).toEqual(expected);
  });
});

it('copies down and to the right, formulas following, and one line from the one before it', () => {
  const sheet = sheetOf(['=B1*2', 'a'], [null, null], [null, null]);
  expect(copyCells(sheet, { r1: 0, c1: 0, r2: 2, c2: 1 }, 'down').cells).toEqual([
    [1, 0, '=B2*2'],
    [1, 1, 'a'],
    [2, 0, '=B3*2'],
    [2, 1, 'a']
  ]);
  expect(copyCells(sheet, column(1, 1), 'down').cells).toEqual([[1, 0, '=B2*2']]);
  expect(copyCells(sheet, { r1: 0, c1: 1, r2: 0, c2: 2 }, 'right').cells).toEqual([[0, 2, 'a']]);
  expect(copyCells(sheet, column(0, 0), 'down').cells).toEqual([]);
});

it('sums under the selected columns', () => {
  const sheet = sheetOf([1, 'a'], [2, 'b']);
  expect(autoSum(sheet, { r1: 0, c1: 0, r2: 1, c2: 1 })).toEqual([[2, 0, '=SOMME(A1:A2)']]);
  expect(autoSum(sheet, column(2, 2))).toEqual([[2, 0, '=SOMME(A1:A2)']]);
});

it('sorts French words, empty cells last, formulas with their row', () => {
  const sheet = sheetOf(['zèbre', '=A1'], [null, '=A2'], ['école', '=A3']);
  const { cells } = sortRows(
    sheet,
    { r1: 0, c1: 0, r2: 2, c2: 1 },
    0,
    false,
    (r) => sheet.rows[r]?.[0] ?? null
  );
  expect(cells).toEqual([
    [0, 0, 'école'],
    [1, 0, 'zèbre'],
    [2, 0, null]
  ]);
});
