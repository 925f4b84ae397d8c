import type { SalesDocumentKind } from '../../scene/scene';

const PREFIXES: Readonly<Record<SalesDocumentKind, string>> = {
  quote: 'DE-',
  order: 'CO-',
  delivery: 'BL-',
  invoice: 'FA-',
  credit: 'AV-'
};

/**
 * The number after `last` in an unbroken sequence: the final digits plus one, same width
 * (`FA-2026-0391` → `FA-2026-0392`). Without a last number, the sequence of the kind starts at `FA-0001`.
 */
export function nextNumber(kind: SalesDocumentKind, last: string | undefined): string {
  const match = /^(.*?)(\d+)$/.exec(last ?? '');
  if (!match) return `${last || PREFIXES[kind]}0001`;
  const [, prefix = '', digits = ''] = match;
  return prefix + String(Number(digits) + 1).padStart(digits.length, '0');
}

/** Next customer number after the highest one in use: `C-0112` → `C-0113`. */
export function nextCustomerNumber(numbers: readonly string[]): string {
  const highest = numbers
    .map((number) => /^(.*?)(\d+)$/.exec(number))
    .filter((match) => match !== null)
    .sort((a, b) => Number(a[2]) - Number(b[2]))
    .at(-1);
  if (!highest) return 'C-0001';
  const [, prefix = '', digits = ''] = highest;
  return prefix + String(Number(digits) + 1).padStart(digits.length, '0');
}
