import { describe, expect, it } from 'vitest';
import { cellText, typedLine } from './line-editor.svelte';

const line = {
  product: null,
  label: 'Pose',
  quantity: 2,
  priceCents: 125_040,
  discountBp: 250,
  vatBp: 550
};

describe('cells of the lines table', () => {
  it.each([
    ['quantity', '2,5', { quantity: 2.5 }],
    ['quantity', '1 000', { quantity: 1000 }],
    ['priceCents', '1 250,40 €', { priceCents: 125_040 }],
    ['discountBp', '8 %', { discountBp: 800 }],
    ['discountBp', '', { discountBp: 0 }],
    ['discountBp', '12,35', { discountBp: 1235 }]
  ] as const)('reads %s « %s »', (field, text, expected) => {
    expect(typedLine(line, field, text)).toEqual({ ...line, ...expected });
  });

  it.each([
    ['quantity', '-3'],
    ['quantity', 'six'],
    ['priceCents', '62,505'],
    ['priceCents', '-1'],
    ['discountBp', '101'],
    ['discountBp', '-8']
  ] as const)('refuses %s « %s »', (field, text) => {
    expect(typedLine(line, field, text)).toBeNull();
  });

  it('shows what it reads back, whatever the field', () => {
    for (const field of ['label', 'quantity', 'priceCents', 'discountBp', 'vatBp'] as const)
      expect(typedLine({ ...line, [field]: 0 as never }, field, cellText(line, field))).toEqual(line);
  });
});
