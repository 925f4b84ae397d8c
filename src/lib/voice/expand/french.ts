import { frenchFeminine, frenchFigures, frenchNumber, frenchOrdinal } from './numbers-fr';
import { applyRules, PLAIN, rule, tidy, type Rule } from './rules';

const MONTHS = [
  ...['janvier', 'février', 'mars', 'avril', 'mai', 'juin', 'juillet', 'août', 'septembre', 'octobre'],
  ...['novembre', 'décembre']
];
const LETTERS: Readonly<Record<string, string>> = {
  ...{ A: 'a', B: 'bé', C: 'cé', D: 'dé', E: 'euh', F: 'effe', G: 'gé', H: 'ache', I: 'i', J: 'ji', K: 'ka' },
  ...{ L: 'elle', M: 'emme', N: 'enne', O: 'o', P: 'pé', Q: 'ku', R: 'erre', S: 'esse', T: 'té', U: 'u' },
  ...{ V: 'vé', W: 'double vé', X: 'ixe', Y: 'i grec', Z: 'zède' }
};
/** Initials that are said letter by letter though they could be read. */
const SPELLED = 'TVA|SARL|SA|EURL|RH|BL|CV|PDG|CNI|IBAN|BTS|CDI|CDD|TTC|HT|CGV|SMS|PDF|RIF|DRH';

const spell = (letters: string): string => [...letters].map((letter) => LETTERS[letter] ?? letter).join(' ');
const whole = (figures: string): number => Number(figures.replace(/\D/g, ''));
const plural = (n: number, word: string): string => `${word}${n > 1 ? 's' : ''}`;
const dayWords = (day: number): string => (day === 1 ? 'premier' : frenchNumber(day));

function hourWords(hours: string, minutes: string): string {
  const h = Number(hours);
  const m = Number(minutes);
  return [`${frenchFeminine(h)} heure${h > 1 ? 's' : ''}`, m && frenchFeminine(m)].filter(Boolean).join(' ');
}

function euroWords(euros: string, cents: string): string {
  const e = whole(euros);
  const c = Number(cents.padEnd(2, '0'));
  const centimes = `${frenchNumber(c)} ${plural(c, 'centime')}`;
  if (e === 0 && c > 0) return centimes;
  // « un million d’euros », but « un million deux cents euros ».
  const link = e >= 1e6 && e % 1e6 === 0 ? "d'" : '';
  return `${frenchNumber(e)} ${link}${plural(e, 'euro')}${c ? ` ${frenchNumber(c)}` : ''}`;
}

function decimalWords(units: string, decimals: string): string {
  const head = frenchNumber(whole(units));
  return decimals ? `${head} virgule ${frenchFigures(decimals)}` : head;
}

/** A number as it is printed: groups of three parted by spaces, or figures in a row. */
const NUMBER = String.raw`(?<![\d,])(\d{1,3}(?:[\s.]\d{3})+|\d+)`;
const regex = (...parts: readonly string[]) => new RegExp(parts.join(''), 'gu');

const WORDS: readonly Rule[] = [
  rule(/\bMM\.(?=\s)/g, () => 'messieurs'),
  rule(/\bM\.(?=\s+\p{Lu})/gu, () => 'monsieur'),
  rule(/\bMmes\b/g, () => 'mesdames'),
  rule(/\bMme\b/g, () => 'madame'),
  rule(/\bMlle\b/g, () => 'mademoiselle'),
  rule(/\bDr\b\.?(?=\s+\p{Lu})/gu, () => 'docteur'),
  rule(/\bMe(?=\s+\p{Lu}\p{Ll})/gu, () => 'maître'),
  rule(/\bn\s*°\s*/gi, () => 'numéro '),
  rule(/\btél\./gi, () => 'téléphone'),
  rule(/\bp\.\s?ex\./gi, () => 'par exemple'),
  rule(/\betc\./gi, () => 'et cétéra.'),
  rule(/\b(?:RDV|rdv)\b/g, () => 'rendez-vous'),
  rule(/\bs\.?v\.?p\b\.?/gi, () => "s'il vous plaît"),
  rule(/\bav\.(?=\s)/gi, () => 'avenue'),
  rule(/\bbd\b\.?/gi, () => 'boulevard'),
  rule(/\s&\s/g, () => ' et '),
  rule(/([\w.-]+)@([\w-]+(?:\.[\w-]+)+)/g, (_, name, host) =>
    `${name!} arobase ${host!}`.replace(/\./g, ' point ').replace(/-/g, ' tiret ')
  )
];

const FIGURES: readonly Rule[] = [
  // 02 40 12 05 88, +33 2 40 12 05 88
  rule(/(?<!\d)(?:(\+33)\s?(\d)|(0\d))((?:[\s.-]?\d{2}){4})(?!\d)/g, (_, abroad, one, two, rest) =>
    [
      ...(abroad ? ['plus trente-trois', frenchFigures(one!)] : [frenchFigures(two!)]),
      ...(rest!.match(/\d{2}/g) ?? []).map(frenchFigures)
    ].join(', ')
  ),
  rule(/(?<!\d)(\d{1,2})\/(\d{1,2})\/(\d{4})(?!\d)/g, (all, day, month, year) => {
    const name = MONTHS[Number(month) - 1];
    return name ? `${dayWords(Number(day))} ${name} ${frenchNumber(Number(year))}` : all!;
  }),
  rule(regex(String.raw`(?<!\d)(\d{1,2})(?=\s+(?:`, MONTHS.join('|'), String.raw`)(?!\p{L}))`), (_, day) =>
    dayWords(Number(day))
  ),
  rule(/(?<!\d)(\d{1,2})\s?(?:h|:)\s?(\d{2})(?!\d)/g, (_, hours, minutes) => hourWords(hours!, minutes!)),
  rule(/(?<!\d)(\d{1,2})\s?h(?![\p{L}\d])/gu, (_, hours) => hourWords(hours!, '')),
  rule(regex(NUMBER, String.raw`(?:,(\d{1,2}))?\s?€`), (_, euros, cents) => euroWords(euros!, cents!)),
  rule(regex(NUMBER, String.raw`(?:,(\d+))?\s?%`), (_, units, decimals) =>
    decimalWords(units!, decimals!).concat(' pour cent')
  ),
  rule(/(?<!\d)(\d{1,3})(er|re|ère|e|ème|nde|nd)(?!\p{L})/gu, (_, n, ending) =>
    frenchOrdinal(Number(n), ending === 're' || ending === 'ère')
  ),
  rule(regex(NUMBER, String.raw`\s?(min|kg|km|cm|mm|m²|g|m|j)(?![\p{L}\d²])`), (_, n, unit) => {
    const count = whole(n!);
    const feminine = unit === 'min' ? frenchFeminine(count) : frenchNumber(count);
    return `${feminine} ${plural(count, UNIT_WORDS[unit!]!.split(' ')[0]!)}${unit === 'm²' ? plural(count, ' carré') : ''}`;
  }),
  // BL-0311, F-2026-0098: initials, then figures
  rule(/\b(\p{Lu}{1,4})-?(?=\d)/gu, (_, letters) => `${spell(letters!)} `),
  rule(regex(NUMBER, String.raw`,(\d+)`), (_, units, decimals) => decimalWords(units!, decimals!)),
  rule(/(?<!\d)(\d{1,3}(?:[\s.]\d{3})+)(?!\d)/g, (_, n) => frenchNumber(whole(n!))),
  rule(/-(?=\d)/g, () => ', '),
  rule(/\d+/g, (figures) => frenchFigures(figures!))
];

const UNIT_WORDS: Readonly<Record<string, string>> = {
  ...{
    min: 'minute',
    kg: 'kilo',
    km: 'kilomètre',
    cm: 'centimètre',
    mm: 'millimètre',
    m: 'mètre',
    g: 'gramme'
  },
  ...{ 'm²': 'mètre carré', j: 'jour' }
};

const INITIALS: readonly Rule[] = [
  rule(regex(String.raw`(?<!\p{L})(?:`, SPELLED, String.raw`)(?!\p{L})`), (letters) => spell(letters!)),
  rule(/(?<!\p{L})[B-DF-HJ-NP-TV-XZ]{2,5}(?!\p{L})/gu, (letters) => spell(letters!))
];

/** A French text as it is said: abbreviations, hours, amounts, dates, numbers and initials in words. */
export const expandFrench = (text: string): string =>
  tidy(applyRules(text.normalize('NFC'), [...WORDS, ...PLAIN, ...FIGURES, ...INITIALS]));
