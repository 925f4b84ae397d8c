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
  rule(/[<>\\]/g, () => ' '),
  rule(/[’‘]/g, () => "'"),
  rule(/[«»“”"]/g, () => ' '),
  rule(/…/g, () => '...'),
  rule(/\s+[–—-]\s+/g, () => ', '),
  rule(/[*_#~|]/g, () => ' ')
];

/** One space between words, none at the ends nor before a comma or a point. */
export const tidy = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/ ([,.])/g, '$1')
    .trim();
