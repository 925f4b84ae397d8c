import { describe, expect, it } from 'vitest';
import { displayText } from './display';
import { editText } from './edit-text';
import { parseInput } from './parse-input';
import { serialOf } from './serial';
import type { NumberFormat } from '../workbook';

const day = serialOf(2026, 3, 17)!;

describe('typing', () => {
  it.each<[string, unknown, NumberFormat | undefined]>([
    ['12,5', 12.5, undefined],
    ['12.5', '12.5', undefined],
    ['1 234,56', 1234.56, undefined],
    ['1\u202f234,56', 1234.56, undefined],
    ['12,50 €', 12.5, 'euro:2'],
    ['12,50\u00a0€', 12.5, 'euro:2'],
    ['12 €', 12, 'euro:0'],
    ['20 %', 0.2, 'percent:0'],
    ['5,5\u202f%', 0.055, 'percent:2'],
    ['-3', -3, undefined],
    ['17/03/2026', day, 'date'],
    ['17/03', day, 'date'],
    ['17 mars 2026', day, 'date'],
    ['2026-03-17', day, 'date'],
    ['31/02/2026', '31/02/2026', undefined],
    ['14:30', 14.5 / 24, 'time'],
    ['14h30', 14.5 / 24, 'time'],
    ['vrai', true, undefined],
    ['FAUX', false, undefined],
    ["'0612", '0612', undefined],
    ['=somme(a1:a3', '=SOMME(A1:A3)', undefined],
    ['=SI(a1="x;y";1,5;vrai)', '=SI(A1="x;y";1,5;VRAI)', undefined],
    ['Lot 12 bis', 'Lot 12 bis', undefined],
    ['', null, undefined]
  ])('%s', (typed, value, format) => {
    expect(parseInput(typed, { currentYear: 2026 })).toEqual(format ? { value, format } : { value });
  });

  it('reads 20 as 20 % in a percentage cell, and keeps everything in a text cell', () => {
    expect(parseInput('20', { format: 'percent:0', currentYear: 2026 }).value).toBe(0.2);
    expect(parseInput('0612', { format: 'text', currentYear: 2026 }).value).toBe('0612');
    expect(parseInput('=A1', { format: 'text', currentYear: 2026 }).value).toBe("'=A1");
  });
});

describe('showing', () => {
  it.each<[number, NumberFormat, string]>([
    [1250.4, 'euro:2', '1\u202f250,40\u00a0€'],
    [0.055, 'percent:1', '5,5\u00a0%'],
    [1234.5, 'number:2', '1\u202f234,50'],
    [2.5, 'general', '2,5'],
    [0.1 + 0.2, 'general', '0,3'],
    [-0, 'euro:2', '0,00\u00a0€'],
    [day, 'date', '17/03/2026'],
    [serialOf(2026, 4, 1)!, 'date-long', '1er\u00a0avril 2026'],
    [14.5 / 24, 'time', '14:30']
  ])('%s as %s', (value, format, text) => {
    expect(displayText(value, format)).toBe(text);
  });
});

it('edits what typing again would keep', () => {
  const cases: readonly [number | string | boolean, NumberFormat][] = [
    [0.055, 'percent:2'],
    [12.5, 'euro:2'],
    [day, 'date'],
    ['0612', 'general'],
    ["'=A1", 'general'],
    ['VRAI', 'general'],
    [true, 'general'],
    ['=SOMME(A1:A3)', 'general']
  ];
  const again = cases.map(
    ([value, format]) => parseInput(editText(value, format), { format, currentYear: 2026 }).value
  );
  expect(again).toEqual(cases.map(([value]) => value));
});
