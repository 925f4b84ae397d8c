/** Amounts are integer cents; rates and discounts are integer basis points (1 % = 100). */

/** `cents × basisPoints / 10 000`, rounded to the nearest cent, halves away from zero (usage of French invoices). */
export function applyRate(cents: number, basisPoints: number): number {
  return roundHalfAway((cents * basisPoints) / 10_000);
}

/** What remains of `cents` after a discount of `basisPoints`. */
export function afterDiscount(cents: number, basisPoints: number): number {
  return cents - applyRate(cents, basisPoints);
}

/** Rounds to the nearest integer, halves away from zero. */
export function roundHalfAway(value: number): number {
  return Math.sign(value) * Math.round(Math.abs(value) + Number.EPSILON * Math.abs(value));
}

/**
 * Reads an amount typed the French way (`1 250,40 €`, `1250.4`, with any kind of space) into cents.
 * `null` when the text is not an amount or has more than two decimals.
 */
export function parseCents(text: string): number | null {
  const plain = text.replace(/[\s\u00a0\u202f€]/gu, '').replace(',', '.');
  if (!/^[+-]?\d{1,12}(\.\d{1,2})?$/.test(plain)) return null;
  return Math.round(Number(plain) * 100);
}
