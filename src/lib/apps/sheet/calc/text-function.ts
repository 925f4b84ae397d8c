import { formatDecimal } from '../format/display';
import { dateOfSerial } from '../format/serial';

const NAMES = {
  months: 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' '),
  days: 'dimanche lundi mardi mercredi jeudi vendredi samedi'.split(' ')
};
const DATE_CODE = /"[^"]*"|jjjj|jjj|jj|j|mmmm|mmm|mm|m|aaaa|aa|yyyy|yy|dddd|ddd|dd|d|hh|h|ss|s/gi;
const pad = (value: number) => String(value).padStart(2, '0');

function formatDateCode(serial: number, pattern: string): string {
  const date = dateOfSerial(serial);
  const [day, month, year] = [date.getUTCDate(), date.getUTCMonth(), date.getUTCFullYear()];
  const weekday = NAMES.days[date.getUTCDay()]!;
  let afterHour = false;
  return pattern.replace(DATE_CODE, (code) => {
    if (code.startsWith('"')) return code.slice(1, -1);
    const minutes = afterHour && /^mm?$/i.test(code);
    afterHour = /^h/i.test(code);
    if (minutes) return pad(date.getUTCMinutes());
    switch (code.toLowerCase().replaceAll('j', 'd').replaceAll('y', 'a')) {
      case 'dddd':
        return weekday;
      case 'ddd':
        return `${weekday.slice(0, 3)}.`;
      case 'dd':
        return pad(day);
      case 'd':
        return String(day);
      case 'mmmm':
        return NAMES.months[month]!;
      case 'mmm':
        return NAMES.months[month]!.slice(0, 4);
      case 'mm':
        return pad(month + 1);
      case 'm':
        return String(month + 1);
      case 'aaaa':
        return String(year);
      case 'aa':
        return pad(year % 100);
      case 'hh':
        return pad(date.getUTCHours());
      case 'h':
        return String(date.getUTCHours());
      default:
        return pad(date.getUTCSeconds());
    }
  });
}

/**
 * `TEXTE(valeur; format)` with the codes of a French Excel: `0,00`, `# ##0,00 €`, `0 %`, `000`, `jj/mm/aaaa`,
 * `jjjj j mmmm aaaa`, `hh:mm`. A code without any digit or date letter is returned as it is.
 */
export function formatText(value: number, code: string): string {
  const format = code.replace(/[\u00a0\u202f]/g, ' ');
  const digits = /[#0](?:[#0, ]*[#0])?/.exec(format);
  if (!digits) return /[jdmayhs]/i.test(format) ? formatDateCode(value, format) : code;
  const [whole = '', decimals = ''] = digits[0].split(',');
  const percent = format.includes('%');
  const scaled = percent ? value * 100 : value;
  const shown = formatDecimal(Math.abs(scaled), decimals.length);
  let [before = '', after] = shown.split(',') as [string, string?];
  if (!whole.includes(' ')) before = before.replace(/\D/g, '');
  before = before.padStart((whole.match(/0/g) ?? []).length, '0');
  // `#` shows a decimal only when it is needed.
  for (let i = decimals.length; after && i > 0 && decimals[i - 1] === '#' && after.endsWith('0'); i--) {
    after = after.slice(0, -1);
  }
  if (!whole.includes('0') && before === '0' && after) before = '';
  const sign = scaled < 0 && Number(shown.replace(/[^\d]/g, '')) !== 0 ? '-' : '';
  const literal = (text: string) => text.replaceAll('"', '').replaceAll('\\', '');
  const head = literal(format.slice(0, digits.index));
  const tail = literal(format.slice(digits.index + digits[0].length));
  return `${sign}${head}${before}${after ? `,${after}` : ''}${tail}`;
}
