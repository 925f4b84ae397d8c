import { normaliseFormula } from '../formula/normalise';
import { serialOf } from './serial';
import type { NumberFormat, Scalar } from '../workbook';

/** What typing means: the value to keep, and the format that the typing itself brings (`12 €`, `5 %`, a date). */
export interface ParsedInput {
  readonly value: Scalar | null;
  readonly format?: NumberFormat;
}

const MONTHS = [
  'janvier',
  'février',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet',
  'août',
  'septembre',
  'octobre'
];
MONTHS.push('novembre', 'décembre');
const NUMBER = /^([-+]?)(\d{1,3}(?: \d{3})+|\d+)?(?:,(\d+)?)?(?:e([-+]?\d{1,3}))?$/i;

/** Reads a French number (`-1 234,5`, `,5`, `1,5E3`); spaces are plain. `null` when it is not one. */
function parseNumber(text: string): number | null {
  const match = NUMBER.exec(text);
  if (!match || (match[2] === undefined && match[3] === undefined)) return null;
  const [, sign, whole = '0', decimals = '', power] = match;
  const value = Number(
    `${sign}${whole.replaceAll(' ', '')}${decimals && `.${decimals}`}${power ? `e${power}` : ''}`
  );
  return Number.isFinite(value) ? value : null;
}

const fullYear = (text: string): number =>
  text.length === 2 ? Number(text) + (Number(text) < 30 ? 2000 : 1900) : Number(text);

function parseDate(text: string, currentYear: number): number | null {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  if (iso) return serialOf(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const short = /^(\d{1,2})([/-])(\d{1,2})(?:\2(\d{4}|\d{2}))?$/.exec(text);
  if (short) {
    return serialOf(short[4] ? fullYear(short[4]) : currentYear, Number(short[3]), Number(short[1]));
  }
  const long = /^(\d{1,2})(?:er)? (\p{L}+)(?: (\d{4}))?$/u.exec(text.toLowerCase());
  const month = long ? MONTHS.indexOf(long[2]!) + 1 : 0;
  return long && month ? serialOf(long[3] ? Number(long[3]) : currentYear, month, Number(long[1])) : null;
}

function parseTime(text: string): number | null {
  const match = /^(\d{1,2}) ?[:h] ?(\d{2})$/i.exec(text);
  if (!match || Number(match[1]) > 23 || Number(match[2]) > 59) return null;
  return (Number(match[1]) * 60 + Number(match[2])) / 1440;
}

function parseUnit(text: string): ParsedInput | null {
  const euro = /^(?:([-+]?)€ ?(.+)|(.+?) ?(?:€|eur|euros?))$/i.exec(text);
  if (euro) {
    const digits = euro[3] ?? `${euro[1]}${euro[2]}`;
    const value = parseNumber(digits);
    if (value !== null) return { value, format: digits.includes(',') ? 'euro:2' : 'euro:0' };
  }
  const percent = /^(.+?) ?%$/.exec(text);
  const value = percent ? parseNumber(percent[1]!) : null;
  if (value === null) return null;
  return { value: shiftPoint(value, -2), format: percent![1]!.includes(',') ? 'percent:2' : 'percent:0' };
}

/** Moves the decimal point without the dust of a division: 5,5 % is 0.055. */
const shiftPoint = (value: number, places: number): number =>
  Number(`${value}e${places}`) || value * 10 ** places;

/**
 * Reads what is typed in a cell, the way a French Excel does: formulas, `VRAI`, `1 234,50`, `12,50 €`, `20 %` (with any
 * kind of space), dates and hours; all the rest is text, `12.5` too. `format` is the cell's own: a text cell keeps what is
 * typed, a percentage cell reads `20` as 20 %. A leading apostrophe forces text.
 */
export function parseInput(
  typed: string,
  { format = 'general', currentYear }: { format?: NumberFormat; currentYear: number }
): ParsedInput {
  if (typed === '') return { value: null };
  if (format === 'text') return { value: literal(typed) };
  if (typed.startsWith("'")) return { value: literal(typed.slice(1)) };
  if (typed.startsWith('=') && typed.trim().length > 1) return { value: normaliseFormula(typed) };
  const text = typed
    .replace(/[\s\u00a0\u202f]+/gu, ' ')
    .trim()
    .replaceAll('\u2212', '-');
  if (/^(vrai|faux)$/i.test(text)) return { value: text.toLowerCase() === 'vrai' };
  const number = parseNumber(text);
  if (number !== null) {
    return format.startsWith('percent') ? { value: shiftPoint(number, -2) } : { value: number };
  }
  const unit = parseUnit(text);
  if (unit) return unit;
  const date = parseDate(text, currentYear);
  if (date !== null) return { value: date, format: 'date' };
  const time = parseTime(text);
  if (time !== null) return { value: time, format: 'time' };
  return { value: literal(typed) };
}

/** Keeps a text that would read as a formula, or as such a mark, behind an apostrophe. */
const literal = (text: string): string | null =>
  text === '' ? null : /^[='].+/s.test(text) ? `'${text}` : text;
