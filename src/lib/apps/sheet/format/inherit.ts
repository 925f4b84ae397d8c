import { parseRange, type NumberFormat } from '../workbook';
import { tokenize } from '../formula/tokens';
import { decimalsOf } from './display';

/**
 * Format that a new formula takes from the cells it reads, as Excel does: an amount stays an amount, a sum of percentages
 * a percentage, a date plus days a date. `null` when the cells say nothing. Only references of the same sheet count.
 */
export function inheritedFormat(
  formula: string,
  formatAt: (row: number, column: number) => NumberFormat
): NumberFormat | null {
  const tokens = tokenize(formula);
  const functions = tokens.filter(({ kind }) => kind === 'function').map(({ text }) => text.toUpperCase());
  if (functions.some((name) => !KEEPING.has(name))) return null;
  const formats = tokens.flatMap((token, index) => {
    const range = token.kind === 'ref' && tokens[index - 1]?.kind !== 'sheet' ? parseRange(token.text) : null;
    return range ? [formatAt(range.r1, range.c1)] : [];
  });
  const euros = formats.filter((format) => format.startsWith('euro'));
  const divides = tokens.filter(({ text }) => text === '/').length > 0 && euros.length > 1;
  if (divides) return null;
  const first = formats[0];
  if (euros.length) return euros.reduce((a, b) => (decimalsOf(b) > decimalsOf(a) ? b : a));
  if (first?.startsWith('percent') && formats.every((format) => format.startsWith('percent'))) return first;
  const dates = formats.filter((format) => format.startsWith('date'));
  if (dates.length === 1 && tokens.every(({ text }) => !'*/'.includes(text))) return dates[0]!;
  return null;
}

/** Functions whose result is of the same nature as what they read. */
const KEEPING = new Set(
  'SOMME MOYENNE MIN MAX ARRONDI ARRONDI.SUP ARRONDI.INF ABS SI SIERREUR SOUS.TOTAL SOMME.SI SOMME.SI.ENS'.split(
    ' '
  )
);
