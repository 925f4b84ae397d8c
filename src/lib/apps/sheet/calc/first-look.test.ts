import { describe, expect, it } from 'vitest';
import { emptySheet, type Row, type Workbook } from '../workbook';
import { Calculator } from './engine';
import { firstLook, isInFirstLook } from './first-look';

const ROWS = 2_000;
/** 4,000 formulas: sums along the rows and their doubles, two of which look far down. */
const rows = (extra: Readonly<Record<number, string>> = {}): Row[] =>
  Array.from({ length: ROWS }, (_, r) => [
    r,
    r + 1,
    `=SOMME(A${r + 1}:B${r + 1})`,
    extra[r] ?? `=C${r + 1}*2`
  ]);
const book = (extra?: Readonly<Record<number, string>>): Workbook => ({
  sheets: [
    { ...emptySheet('f1', 'Ventes'), rows: rows(extra) },
    { ...emptySheet('f2', 'Taux'), rows: [[0.2, '=A1/2']] }
  ]
});
const context = { now: () => 46_098 };

describe('the first look at a large workbook', () => {
  it('holds what its corner is computed from, at its place', () => {
    const look = firstLook(book({ 0: '=D1500+Taux!B1' }))!;
    const [sales, rates] = look.sheets;
    expect(sales?.rows).toHaveLength(1500);
    expect(sales?.rows[1499]).toEqual([1499, 1500, '=SOMME(A1500:B1500)', '=C1500*2']);
    expect(sales?.rows[1000]).toEqual([]);
    expect(rates?.rows).toEqual([[0.2, '=A1/2']]);
  });

  it.each([
    ['a range of everything', '=SOMME(C1:C2000)'],
    ['a whole column', '=SOMME(C:C)'],
    ['a name', '=TAUX_TVA*2'],
    ['a function that may reach elsewhere', '=DECALER(A1;3;0)'],
    ['a function that fills the cells around', '=FILTRE(A1:A9;A1:A9>2)'],
    ['a table', '=SOMME({1;2})']
  ])('is not taken with %s', (_, formula) => {
    expect(firstLook(book({ 0: formula, 1: '=SOMME(B1:D2000)' }))).toBeNull();
  });

  it('is not taken of a small workbook', () => {
    expect(firstLook({ sheets: [{ ...emptySheet('f1', 'Ventes'), rows: rows().slice(0, 200) }] })).toBeNull();
  });
});

describe('a calculator of a large workbook', () => {
  const far = book({ 0: '=D1500+Taux!B1' });
  const sheet = far.sheets[0]!;

  it('answers for the corner, then for the rest, as the whole does', () => {
    const calculator = new Calculator(far, context);
    expect(calculator.isWhole).toBe(false);
    expect(calculator.shown(sheet, 0, 3)).toBe((1499 + 1500) * 2 + 0.1);
    expect(calculator.shown(sheet, 79, 3)).toBe((79 + 80) * 2);
    expect(isInFirstLook(far, 'f1', 79, 4)).toBe(true);
    expect(calculator.shown(sheet, 5, 30)).toBeNull();
    expect(calculator.isWhole).toBe(false);
    expect(calculator.shown(sheet, 1999, 3)).toBe((1999 + 2000) * 2);
    expect(calculator.isWhole).toBe(true);
    expect(calculator.shown(sheet, 0, 3)).toBe((1499 + 1500) * 2 + 0.1);
    calculator.destroy();
  });

  it('computes everything once asked to, and at the first change', () => {
    const settled = new Calculator(far, context);
    settled.complete();
    expect(settled.isWhole).toBe(true);
    settled.destroy();
    const changed = new Calculator(far, context);
    const next = {
      sheets: [
        { ...sheet, rows: sheet.rows.with(1499, [0, 0, ...sheet.rows[1499]!.slice(2)]) },
        far.sheets[1]!
      ]
    };
    changed.update(next);
    expect(changed.isWhole).toBe(true);
    expect(changed.shown(next.sheets[0]!, 0, 3)).toBe(0.1);
    changed.destroy();
  });
});
