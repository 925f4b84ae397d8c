import type { NumberFormat } from '../workbook';
import { decimalsOf } from '../format/display';

const zeros = (decimals: number): string => (decimals ? `.${'0'.repeat(decimals)}` : '');

/** Excel's code for a format (codes inside files are in English, whatever the reader's language). */
export function toExcelFormat(format: NumberFormat): string | null {
  switch (format) {
    case 'general':
      return null;
    case 'date':
      return 'dd/mm/yyyy';
    case 'date-long':
      return 'd mmmm yyyy';
    case 'time':
      return 'hh:mm';
    case 'text':
      return '@';
  }
  const decimals = zeros(decimalsOf(format));
  if (format.startsWith('percent')) return `0${decimals}\\ %`;
  return format.startsWith('euro') ? `#,##0${decimals}\\ "€"` : `#,##0${decimals}`;
}

/** The nearest of our formats for an Excel code. */
export function fromExcelFormat(code: string | undefined): NumberFormat {
  if (!code || /^general$/i.test(code)) return 'general';
  if (code === '@') return 'text';
  const first = code.split(';')[0]!;
  const decimals = /[0#]\.(0+)/.exec(first)?.[1]?.length ?? 0;
  if (first.includes('%')) return `percent:${decimals}`;
  if (/€|EUR|\[\$[^\]]*-/.test(first) && /[0#]/.test(first)) return `euro:${decimals}`;
  const bare = first.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, '').toLowerCase();
  if (/[yd]/.test(bare) || (bare.includes('m') && !bare.includes('h') && !/[0#]/.test(bare))) {
    return /mmmm/.test(bare) ? 'date-long' : 'date';
  }
  if (/h/.test(bare)) return 'time';
  return /[0#]/.test(bare) ? `number:${decimals}` : 'general';
}
