import { afterDiscount, applyRate, roundHalfAway } from '../kernel/money';

/** What the amounts of a sales line depend on: cents excluding tax, basis points, and a quantity (up to three decimals). */
export interface AmountLine {
  readonly quantity: number;
  readonly priceCents: number;
  readonly discountBp: number;
  readonly vatBp: number;
}

/** The part of a document under one VAT rate. */
export interface VatShare {
  readonly vatBp: number;
  readonly netCents: number;
  readonly vatCents: number;
}

/** Totals of a document in cents: `netCents` excluding tax, `totalCents` including it, shares by falling rate. */
export interface Totals {
  readonly grossCents: number;
  readonly discountCents: number;
  readonly netCents: number;
  readonly shares: readonly VatShare[];
  readonly vatCents: number;
  readonly totalCents: number;
}

/** Quantity × unit price, rounded to the cent, before any discount. */
export const lineGrossCents = (line: AmountLine): number => roundHalfAway(line.quantity * line.priceCents);

/** Line total excluding tax: the rounded gross amount less its rounded discount. */
export const lineNetCents = (line: AmountLine): number =>
  afterDiscount(lineGrossCents(line), line.discountBp);

/**
 * Totals of a document. VAT is computed once per rate on the sum of its lines, then rounded (usage of French invoices),
 * so that the amounts printed per rate always add up to the total.
 */
export function documentTotals(lines: readonly AmountLine[]): Totals {
  const nets = new Map<number, number>();
  let grossCents = 0;
  for (const line of lines) {
    grossCents += lineGrossCents(line);
    nets.set(line.vatBp, (nets.get(line.vatBp) ?? 0) + lineNetCents(line));
  }
  const shares = [...nets]
    .map(([vatBp, netCents]) => ({ vatBp, netCents, vatCents: applyRate(netCents, vatBp) }))
    .sort((a, b) => b.vatBp - a.vatBp);
  const netCents = shares.reduce((sum, share) => sum + share.netCents, 0);
  const vatCents = shares.reduce((sum, share) => sum + share.vatCents, 0);
  return {
    grossCents,
    discountCents: grossCents - netCents,
    netCents,
    shares,
    vatCents,
    totalCents: netCents + vatCents
  };
}
