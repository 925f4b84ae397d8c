import { formatDate, formatTime } from './display';
import { parseInput } from './parse-input';
import { isFormula, type NumberFormat, type Scalar } from '../workbook';

const plain = (value: number): string => String(value).replace('.', ',').replace('e', 'E');

/** What the formula bar shows, and what typing it again would keep: `0.2` in a percentage cell is `20%`. */
export function editText(value: Scalar | null, format: NumberFormat = 'general'): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'VRAI' : 'FAUX';
  if (typeof value === 'string') {
    if (isFormula(value) || value.startsWith("'")) return value;
    const again = parseInput(value, { format, currentYear: 2000 });
    return again.value === value ? value : `'${value}`;
  }
  if (format.startsWith('percent')) return `${plain(Number((value * 100).toPrecision(15)))}%`;
  const whole = Number.isInteger(value);
  if ((format === 'date' || format === 'date-long') && value > 0) {
    return whole ? formatDate(value) : `${formatDate(value)} ${formatTime(value)}`;
  }
  return format === 'time' && value >= 0 && value < 1 ? formatTime(value) : plain(value);
}

/** The text that a string value stands for (without its apostrophe). */
export const literalText = (value: string): string => (value.startsWith("'") ? value.slice(1) : value);
