import { dateOfSerial } from './serial';
import type { NumberFormat, Scalar } from '../workbook';

/** What a cell shows: computed values, and errors as their French name (`#DIV/0!`). */
export type Shown = Scalar | { readonly error: string } | null;

const NBSP = '\u00a0';
const cache = new Map<string, Intl.NumberFormat>();

function formatter(key: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const known = cache.get(key);
  if (known) return known;
  const made = new Intl.NumberFormat('fr-FR', options);
  cache.set(key, made);
  return made;
}

/** A number with a fixed count of decimals and thousands apart: `1 250,40`. */
export function formatDecimal(value: number, decimals: number): string {
  const text = formatter(`d${decimals}`, {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals
  });
  return text.format(value);
}

/** A number as « Standard » shows it: no thousands, at most ten significant digits, powers for the extremes. */
export function formatGeneral(value: number): string {
  const size = Math.abs(value);
  if (size >= 1e15 || (size > 0 && size < 1e-9)) {
    return value
      .toExponential(5)
      .replace(/\.?0+e/, 'e')
      .replace('.', ',')
      .replace('e', 'E');
  }
  return formatter('general', {
    useGrouping: false,
    maximumSignificantDigits: size >= 1e10 ? 15 : 10
  }).format(value);
}

const MONTHS = 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(
  ' '
);
const pad = (value: number) => String(value).padStart(2, '0');

export function formatDate(serial: number, long = false): string {
  const date = dateOfSerial(serial);
  const [day, month, year] = [date.getUTCDate(), date.getUTCMonth(), date.getUTCFullYear()];
  if (!long) return `${pad(day)}/${pad(month + 1)}/${year}`;
  return `${day === 1 ? '1er' : day}${NBSP}${MONTHS[month]} ${year}`;
}

export function formatTime(serial: number): string {
  const date = dateOfSerial(serial);
  return `${pad(date.getUTCHours())}:${pad(date.getUTCMinutes())}`;
}

export const decimalsOf = (format: NumberFormat): number => Number(/:(\d+)$/.exec(format)?.[1] ?? 0);

function formatNumber(value: number, format: NumberFormat): string {
  switch (format) {
    case 'general':
    case 'text':
      return formatGeneral(value);
    case 'date':
    case 'date-long':
      return value < 0 ? '########' : formatDate(value, format === 'date-long');
    case 'time':
      return formatTime(value);
  }
  const decimals = decimalsOf(format);
  if (format.startsWith('percent')) return `${formatDecimal(value * 100, decimals)}${NBSP}%`;
  if (format.startsWith('euro')) return `${formatDecimal(value, decimals)}${NBSP}€`;
  return formatDecimal(value, decimals);
}

/** Text of a cell on screen, on paper and in the clipboard. */
export function displayText(value: Shown, format: NumberFormat = 'general'): string {
  if (value === null) return '';
  if (typeof value === 'object') return value.error;
  if (typeof value === 'boolean') return value ? 'VRAI' : 'FAUX';
  if (typeof value === 'string') return value;
  // Minus zero reads as zero.
  return formatNumber(value === 0 ? 0 : value, format);
}

/** Where a value stands in its cell when no alignment is chosen. */
export function naturalAlign(value: Shown, format: NumberFormat = 'general'): 'left' | 'center' | 'right' {
  if (value !== null && typeof value === 'object') return 'center';
  if (typeof value === 'boolean') return 'center';
  return typeof value === 'number' && format !== 'text' ? 'right' : 'left';
}
