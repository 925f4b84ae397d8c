import { expect, it } from 'vitest';
import { emptySheet, type Row, type Workbook } from '../workbook';
import { Calculator } from './engine';

const ROWS = 700;
const context = { now: () => 46_098 };
const book = (name: string, row: (r: number) => Row): Workbook => ({
  sheets: [{ ...emptySheet('f1', name), rows: Array.from({ length: ROWS }, (_, r) => row(r)) }]
});
const numbers = (k: number, last: Row[number]) => (r: number) =>
  [...Array.from({ length: 7 }, (_, c) => r * c + k), r < 40 ? last : null] as Row;
/** Few changes, thousands of them, no formula at all, a formula that fills the cells around, another name. */
const VERSIONS = [
  book('Ventes', numbers(1, '=SOMME(A1:G1)')),
  book('Ventes', (r) => (r === 3 ? [1, 2, '=A4+B4'] : numbers(1, '=SOMME(A1:G1)')(r))),
  book('Ventes', numbers(2, '=SOMME(A2:G2)')),
  book('Ventes', numbers(2, null)),
  book('Ventes', numbers(5, null)),
  book('Ventes', (r) => (r < 2 ? [r + 1, r + 2, null] : r === 4 ? ['=FILTRE(A1:B2;A1:A2>0)'] : [])),
  book('Achats', numbers(5, '=A1*2'))
];

it('shows of each version what a new calculator would, whichever was shown before', () => {
  const calculator = new Calculator(VERSIONS[0]!, context);
  for (const index of [1, 4, 2, 3, 0, 5, 3, 6, 5, 1, 6, 2]) {
    const version = VERSIONS[index]!;
    const sheet = version.sheets[0]!;
    calculator.update(version);
    const fresh = new Calculator(version, context);
    const corner = (from: Calculator) =>
      Array.from({ length: 60 }, (_, r) => Array.from({ length: 9 }, (_, c) => from.shown(sheet, r, c)));
    expect(corner(calculator)).toEqual(corner(fresh));
    fresh.destroy();
  }
  calculator.destroy();
});
