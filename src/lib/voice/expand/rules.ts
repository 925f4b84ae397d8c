/** What is written and how it is said. The words come from the groups of the match. */
export interface Rule {
  readonly written: RegExp;
  readonly said: (...groups: readonly string[]) => string;
}

/** A rule whose groups are read; a group that took no part is an empty text. */
export const rule = (written: RegExp, said: (...groups: readonly string[]) => string): Rule => ({
  written,
  said
});

/** Applies rules in order, each to the whole text that the ones before left. */
export function applyRules(text: string, rules: readonly Rule[]): string {
  return rules.reduce(
    (left, { written, said }) =>
      left.replace(written, (...match: readonly unknown[]) => {
        // After the groups come the position and the whole text, which are not groups.
        const groups = match.slice(0, match.length - 2);
        return said(...groups.map((group) => (typeof group === 'string' ? group : '')));
      }),
    text
  );
}

/** Punctuation that an engine trips on, and everything that it could take for its own commands (`<pitch …>`). */
export const PLAIN: readonly Rule[] = [
  rule(/[<>\\]|\p{Cc}/gu, () => ' '),
  rule(/[’‘]/g, () => "'"),
  rule(/[«»“”"]/g, () => ' '),
  rule(/…/g, () => '...'),
  rule(/\s+[–—-]\s+/g, () => ', '),
  rule(/[*_#~|]/g, () => ' ')
];

/** A longer run of letters is no word, and an engine may look for its sounds for ever. */
const LONGEST_WORD = /(\p{L}{30})(?=\p{L})/gu;

/** One space between words, none at the ends nor before a comma or a point. */
export const tidy = (text: string): string =>
  text
    .replace(LONGEST_WORD, '$1 ')
    .replace(/\s+/g, ' ')
    .replace(/ ([,.])/g, '$1')
    .trim();
