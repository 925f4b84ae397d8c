const UNITS = [
  ...['zéro', 'un', 'deux', 'trois', 'quatre', 'cinq', 'six', 'sept', 'huit', 'neuf', 'dix', 'onze'],
  ...['douze', 'treize', 'quatorze', 'quinze', 'seize', 'dix-sept', 'dix-huit', 'dix-neuf']
];
const TENS = ['', '', 'vingt', 'trente', 'quarante', 'cinquante', 'soixante', 'soixante', 'quatre-vingt'];

function underHundred(n: number): string {
  if (n < 20) return UNITS[n]!;
  const ten = Math.min(Math.floor(n / 10), 8);
  const word = TENS[ten]!;
  const left = n - ten * 10 - (ten === 7 ? -10 : 0);
  if (left === 0) return ten === 8 ? 'quatre-vingts' : word;
  if ((left === 1 || left === 11) && ten < 8) return `${word} et ${UNITS[left]!}`;
  return `${word}-${UNITS[left]!}`;
}

function underThousand(n: number): string {
  const hundreds = Math.floor(n / 100);
  const left = n % 100;
  if (hundreds === 0) return underHundred(left);
  const head = hundreds === 1 ? 'cent' : `${UNITS[hundreds]!} cent${left === 0 ? 's' : ''}`;
  return left === 0 ? head : `${head} ${underHundred(left)}`;
}

/** A whole number from 0 to 999 999 999 in words; larger ones are read figure by figure. */
export function frenchNumber(n: number): string {
  if (n < 1_000) return underThousand(n);
  if (n >= 1_000_000_000) return figuresFr(String(n));
  const [millions, thousands, left] = [Math.floor(n / 1e6), Math.floor((n % 1e6) / 1000), n % 1000];
  const plain = (count: number) => underThousand(count).replace(/(cent|vingt)s$/, '$1');
  return [
    millions && `${underThousand(millions)} million${millions > 1 ? 's' : ''}`,
    thousands && (thousands === 1 ? 'mille' : `${plain(thousands)} mille`),
    left && underThousand(left)
  ]
    .filter(Boolean)
    .join(' ');
}

/** The same before a feminine noun: « vingt et une heures ». */
export const frenchFeminine = (n: number): string => frenchNumber(n).replace(/\bun$/, 'une');

/** Figures as they are written, the zeros in front each said: « 05 » is « zéro cinq ». */
export function frenchFigures(figures: string): string {
  const zeros = /^0*/.exec(figures)![0].length;
  const rest = figures.slice(zeros);
  if (rest.length > 9) return figuresFr(figures);
  return [...Array<string>(zeros).fill('zéro'), ...(rest ? [frenchNumber(Number(rest))] : [])].join(' ');
}

function figuresFr(figures: string): string {
  return [...figures].map((figure) => UNITS[Number(figure)]!).join(' ');
}

/** « premier », « deuxième », « vingt et unième ». */
export function frenchOrdinal(n: number, feminine = false): string {
  if (n === 1) return feminine ? 'première' : 'premier';
  const words = frenchNumber(n).replace(/(cent|vingt)s$/, '$1');
  const stem = words.replace(/e$/, '').replace(/cinq$/, 'cinqu').replace(/neuf$/, 'neuv');
  return `${stem}ième`;
}
