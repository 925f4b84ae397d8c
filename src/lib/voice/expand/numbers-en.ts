const UNITS = [
  ...['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven'],
  ...['twelve', 'thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen']
];
const TENS = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];

function underHundred(n: number): string {
  if (n < 20) return UNITS[n]!;
  const left = n % 10;
  return left ? `${TENS[Math.floor(n / 10)]!}-${UNITS[left]!}` : TENS[n / 10]!;
}

function underThousand(n: number): string {
  const hundreds = Math.floor(n / 100);
  const left = n % 100;
  if (hundreds === 0) return underHundred(left);
  return `${UNITS[hundreds]!} hundred${left ? ` and ${underHundred(left)}` : ''}`;
}

/** A whole number from 0 to 999,999,999 in British words; larger ones are read figure by figure. */
export function englishNumber(n: number): string {
  if (n < 1_000) return underThousand(n);
  if (n >= 1_000_000_000) return englishFigures(String(n));
  const [millions, thousands, left] = [Math.floor(n / 1e6), Math.floor((n % 1e6) / 1000), n % 1000];
  const tail = left > 0 && left < 100 ? `and ${underHundred(left)}` : left > 0 ? underThousand(left) : '';
  return [
    millions && `${underThousand(millions)} million`,
    thousands && `${underThousand(thousands)} thousand`,
    tail
  ]
    .filter(Boolean)
    .join(' ');
}

/** Figure by figure, as a telephone number is given: `020` is « oh two oh ». */
export const englishFigures = (figures: string): string =>
  [...figures].map((figure) => (figure === '0' ? 'oh' : UNITS[Number(figure)]!)).join(' ');

/** A year: `2026` is « twenty twenty-six », `2005` « two thousand and five ». */
export function englishYear(year: number): string {
  const left = year % 100;
  if (left === 0 || (year >= 2000 && year < 2010)) return englishNumber(year);
  return `${underHundred(Math.floor(year / 100))} ${left < 10 ? `oh ${UNITS[left]!}` : underHundred(left)}`;
}

const IRREGULAR: Readonly<Record<string, string>> = {
  ...{ one: 'first', two: 'second', three: 'third', five: 'fifth', eight: 'eighth', nine: 'ninth' },
  twelve: 'twelfth'
};

/** « first », « twenty-second », « thirtieth ». */
export const englishOrdinal = (n: number): string =>
  englishNumber(n).replace(
    /[a-z]+$/,
    (last) => IRREGULAR[last] ?? (last.endsWith('y') ? `${last.slice(0, -1)}ieth` : `${last}th`)
  );
