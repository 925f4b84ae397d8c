import { describe, expect, it } from 'vitest';
import { forPaper, marginFor, PX_PER_MM, sheetCount, withPageNumbers } from './page-geometry';
import { textOf } from './schema';
import { docWith, paragraph } from './testing/builders';

const footer = docWith(paragraph('Verdelis — SIREN — Page {page} / {pages}'));

describe('pages', () => {
  it('number headers and footers on screen', () => {
    expect(textOf(withPageNumbers(footer, 2, 3))).toBe('Verdelis — SIREN — Page 2 / 3');
  });

  it('keep the number of a one-page document on paper, and drop it from a longer one', () => {
    expect(textOf(forPaper(footer, 1))).toBe('Verdelis — SIREN — Page 1 / 1');
    expect(textOf(forPaper(footer, 4))).toBe('Verdelis — SIREN');
    expect(textOf(forPaper(docWith(paragraph('{page}')), 4))).toBe('');
  });

  it('grow the margin for a tall letterhead', () => {
    expect(marginFor(0)).toBeCloseTo(25 * PX_PER_MM);
    expect(marginFor(20)).toBeCloseTo(25 * PX_PER_MM);
    expect(marginFor(100)).toBeCloseTo(15.5 * PX_PER_MM + 100);
  });

  it('are counted from the height of the column', () => {
    expect([300, 1122, 2270, 38_879].map(sheetCount)).toEqual([1, 1, 2, 34]);
  });
});
