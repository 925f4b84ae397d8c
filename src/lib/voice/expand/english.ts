import { englishFigures, englishNumber, englishOrdinal, englishYear } from './numbers-en';
import { applyRules, PLAIN, rule, tidy, type Rule } from './rules';

const MONTHS = 'January|February|March|April|May|June|July|August|September|October|November|December';
const CURRENCIES: Readonly<Record<string, readonly [string, string, string]>> = {
  '£': ['pound', 'pounds', 'pence'],
  '€': ['euro', 'euros', 'cents'],
  $: ['dollar', 'dollars', 'cents']
};

const whole = (figures: string): number => Number(figures.replace(/\D/g, ''));
const spell = (letters: string): string => [...letters].join(' ');
const decimals = (units: string, after: string): string =>
  `${englishNumber(whole(units))}${after ? ` point ${englishFigures(after)}` : ''}`;

function money(sign: string, units: string, cents: string): string {
  const [one, many, small] = CURRENCIES[sign]!;
  const n = whole(units);
  const c = Number(cents.padEnd(2, '0'));
  if (n === 0 && c > 0) return `${englishNumber(c)} ${small}`;
  return `${englishNumber(n)} ${n === 1 ? one : many}${c ? ` ${englishNumber(c)}` : ''}`;
}

function clock(hours: string, minutes: string, half: string): string {
  const m = Number(minutes);
  const after =
    minutes === '' || (m === 0 && half)
      ? ''
      : m === 0
        ? "o'clock"
        : m < 10
          ? `oh ${englishNumber(m)}`
          : englishNumber(m);
  return [englishNumber(Number(hours)), after, half && spell(half.replace(/\W/g, '').toLowerCase())]
    .filter(Boolean)
    .join(' ');
}

const WORDS: readonly Rule[] = [
  rule(/\bMr\b\.?/g, () => 'mister'),
  rule(/\bMrs\b\.?/g, () => 'missis'),
  rule(/\bMs\b\.?/g, () => 'miz'),
  rule(/\bDr\b\.?(?=\s+\p{Lu})/gu, () => 'doctor'),
  rule(/\bLtd\b\.?/g, () => 'limited'),
  rule(/\bNo\.\s*(?=\d)/g, () => 'number '),
  rule(/\be\.g\./gi, () => 'for example'),
  rule(/\bi\.e\./gi, () => 'that is'),
  rule(/\betc\./gi, () => 'etcetera.'),
  rule(/\basap\b/gi, () => 'as soon as possible'),
  rule(/\s&\s/g, () => ' and '),
  rule(/([\w.-]+)@([\w-]+(?:\.[\w-]+)+)/g, (_, name, host) =>
    `${name!} at ${host!}`.replace(/\./g, ' dot ').replace(/-/g, ' dash ')
  )
];

const FIGURES: readonly Rule[] = [
  // +44 20 7946 0018, 020 7946 0018
  rule(/(?<![\d,.])(\+?)(\d{1,5}(?:[\s-]\d{2,4}){2,5}|0\d{7,10}|\d{9,12})(?![\d,.]\d)/g, (_, plus, groups) =>
    [plus && 'plus', groups!.split(/[\s-]/).map(englishFigures).join(', ')].filter(Boolean).join(' ')
  ),
  rule(/(?<!\d)(\d{1,2}):(\d{2})(?:\s?([ap]\.?m\b\.?))?/gi, (_, hours, minutes, half) =>
    clock(hours!, minutes!, half!)
  ),
  rule(/(?<!\d)(\d{1,2})\s?([ap]\.?m\b\.?)/gi, (_, hours, half) => clock(hours!, '', half!)),
  rule(/([£€$])\s?(\d[\d,]*)(?:\.(\d{1,2}))?/g, (_, sign, units, cents) => money(sign!, units!, cents!)),
  rule(/(?<!\d)(\d[\d,\s]*\d|\d)(?:\.(\d{1,2}))?\s?€/g, (_, units, cents) => money('€', units!, cents!)),
  rule(/(\d[\d,]*)(?:\.(\d+))?\s?%/g, (_, units, after) => `${decimals(units!, after!)} per cent`),
  rule(/(?<!\d)(\d{1,3})(?:st|nd|rd|th)\b/g, (_, n) => englishOrdinal(Number(n))),
  rule(
    new RegExp(String.raw`(?<!\d)(\d{1,2})\s+(${MONTHS})\b`, 'g'),
    (_, day, month) => `the ${englishOrdinal(Number(day))} of ${month!}`
  ),
  rule(
    new RegExp(String.raw`\b(${MONTHS})\s+(\d{1,2})\b(?!\d)`, 'g'),
    (_, month, day) => `${month!} the ${englishOrdinal(Number(day))}`
  ),
  rule(/(?<![\d,.-])((?:19|20)\d{2})(?![\d,]*\d|\.\d)/g, (_, year) => englishYear(Number(year))),
  rule(/\b(\p{Lu}{1,4})-?(?=\d)/gu, (_, letters) => `${spell(letters!)} `),
  rule(/(\d[\d,]*)\.(\d+)/g, (_, units, after) => decimals(units!, after!)),
  rule(/\d{1,3}(?:,\d{3})+/g, (n) => englishNumber(whole(n!))),
  rule(/-(?=\d)/g, () => ', '),
  rule(/0\d+/g, (figures) => englishFigures(figures!)),
  rule(/\d{10,}/g, (figures) => englishFigures(figures!)),
  rule(/\d+/g, (figures) => englishNumber(Number(figures!)))
];

const INITIALS: readonly Rule[] = [
  rule(/(?<!\p{L})[B-DF-HJ-NP-TV-XZ]{2,5}(?!\p{L})/gu, (letters) => spell(letters!))
];

/** An English text as it is said: abbreviations, times, amounts, dates and numbers in words. */
export const expandEnglish = (text: string): string =>
  tidy(applyRules(text.normalize('NFC'), [...WORDS, ...PLAIN, ...FIGURES, ...INITIALS]));
