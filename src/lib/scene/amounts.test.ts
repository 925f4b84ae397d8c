import { describe, expect, it } from 'vitest';
import { documentTotals, lineNetCents } from './amounts';

const line = (quantity: number, priceCents: number, discountBp = 0, vatBp = 2000) => ({
  quantity,
  priceCents,
  discountBp,
  vatBp
});

describe('amounts of a sales document', () => {
  it('totals the checked invoice FA-2026-0387: 2 390,00 HT, TVA 478,00, 2 868,00 TTC', () => {
    const totals = documentTotals([line(40, 6250, 800), line(1, 9000)]);
    expect(totals).toMatchObject({
      grossCents: 259_000,
      discountCents: 20_000,
      netCents: 239_000,
      vatCents: 47_800,
      totalCents: 286_800
    });
  });

  it('totals the checked credit for six broken pots: 345,00 / 69,00 / 414,00', () => {
    const totals = documentTotals([line(6, 6250, 800)]);
    expect([totals.netCents, totals.vatCents, totals.totalCents]).toEqual([34_500, 6900, 41_400]);
  });

  it('rounds the gross amount, then the discount, halves away from zero', () => {
    expect(lineNetCents(line(1.5, 333))).toBe(500);
    expect(lineNetCents(line(1, 101, 5000))).toBe(50);
    expect(lineNetCents(line(3, 999, 10_000))).toBe(0);
  });

  it('rounds VAT once per rate, not once per line', () => {
    // Three lines of 0,12 € at 20 %: 0,36 × 20 % = 0,072 → 0,07; line by line it would be 3 × 0,02 = 0,06.
    const totals = documentTotals([line(1, 12), line(1, 12), line(1, 12)]);
    expect(totals.vatCents).toBe(7);
  });

  it('keeps several rates apart, highest first, and their sum is the total', () => {
    const totals = documentTotals([line(2, 1050, 0, 550), line(1, 9995, 0, 1000), line(1, 10_001)]);
    expect(totals.shares).toEqual([
      { vatBp: 2000, netCents: 10_001, vatCents: 2000 },
      { vatBp: 1000, netCents: 9995, vatCents: 1000 },
      { vatBp: 550, netCents: 2100, vatCents: 116 }
    ]);
    expect(totals.totalCents).toBe(10_001 + 9995 + 2100 + 2000 + 1000 + 116);
  });

  it('is zero without lines', () => {
    expect(documentTotals([])).toMatchObject({ netCents: 0, totalCents: 0, shares: [] });
  });
});
