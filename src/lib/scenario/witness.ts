import type { Fact, FactValue } from '../log/facts';
import type { FactTest, ValueTest } from './compiled';
import { matchesFact, matchesValue } from './match';

/** Most facts tried for one test: enough for every combination of a few attributes. */
const MOST = 2_000;

type Tests = Readonly<Record<string, ValueTest>>;
type Values = Readonly<Record<string, FactValue | undefined>>;

/** Values that a test is made for, one per alternative; `undefined` for an attribute that is left out. */
function valuesFor(test: ValueTest): readonly (FactValue | undefined)[] {
  if (test.exists === false) return [undefined];
  if (test.oneOf) return test.oneOf;
  if (test.between) return test.between;
  if (test.where) return valuesOf(test.where).map((values) => values as unknown as FactValue);
  const words = test.containsAll ?? [];
  if (test.contains) return test.contains.map((word) => [word, ...words].join(' '));
  if (words.length > 0) return [words.join(' ')];
  return test.exists ? ['x'] : ['tout autre chose', undefined];
}

/** Values that slip through a test: what it refuses, or nothing at all. */
function refusedBy(test: ValueTest): readonly (FactValue | undefined)[] {
  return [undefined, ...(test.noneOf ?? []), ...(test.lacks ?? []), ...(test.exists === false ? ['x'] : [])];
}

/** A text with as much as possible of what others refuse, as long as it remains one's own. */
function escaping(
  text: string,
  refused: readonly (FactValue | undefined)[],
  own: ValueTest | undefined
): string {
  let grown = text;
  for (const word of refused) {
    if (typeof word !== 'string') continue;
    const more = `${grown} ${word}`.trim();
    if (!own || matchesValue(more, own)) grown = more;
  }
  return grown;
}

/** Own values, and what others refuse, alone, added to a text of one's own, or all together. */
function candidates(
  own: ValueTest | undefined,
  others: readonly ValueTest[]
): readonly (FactValue | undefined)[] {
  const mine = own ? valuesFor(own) : [undefined];
  const refused = others.flatMap(refusedBy);
  const both = mine.flatMap((value) =>
    typeof value === 'string'
      ? refused.flatMap((other) => (typeof other === 'string' ? [`${value} ${other}`] : []))
      : []
  );
  const texts = mine.map((value) => (typeof value === 'string' ? value : ''));
  const most = texts.map((text) => escaping(text, refused, own)).filter((text) => text !== '');
  const all = [...mine, ...refused, ...both, ...most];
  const kept = own ? all.filter((value) => matchesValue(value, own)) : all;
  return [...new Map(kept.map((value) => [JSON.stringify(value) ?? '', value])).values()];
}

/** Every combination of the values of a few attributes, up to a limit. */
function valuesOf(tests: Tests, others: readonly Tests[] = []): readonly Values[] {
  const keys = new Set([tests, ...others].flatMap((group) => Object.keys(group)));
  let all: readonly Values[] = [{}];
  for (const key of keys) {
    const values = candidates(
      tests[key],
      others.flatMap((other) => other[key] ?? [])
    );
    all = all
      .flatMap((known) => values.map((value) => (value === undefined ? known : { ...known, [key]: value })))
      .slice(0, MOST);
  }
  return all;
}

/** Attributes that satisfy a few tests; they also try to escape the `others`. */
export const attributesFor = (tests: Tests, others: readonly Tests[] = []): readonly Values[] =>
  valuesOf(tests, others);

/** A fact and the exam time at which it comes. */
export interface Witness {
  readonly fact: Fact;
  readonly t: number;
}

/** The test on the whole text of a fact, beside those on its attributes. */
const withText = ({ where, text }: FactTest): Tests =>
  text ? { ...where, corps: { ...where['corps'], ...text } } : where;

/**
 * Facts that a pattern is made for, at exam times from `sinceMs` on: one per alternative, with what the `others` refuse
 * tried too. Each satisfies the pattern; there is none when it contradicts itself.
 */
export function witnesses(test: FactTest, others: readonly FactTest[] = [], sinceMs = 0): readonly Witness[] {
  const rivals = others.filter(({ fact }) => fact === test.fact);
  const times = new Set(
    [test, ...rivals].flatMap(({ fromMs, untilMs }) => [
      ...(fromMs === undefined ? [] : [fromMs]),
      ...(untilMs === undefined ? [] : [untilMs, untilMs + 1])
    ])
  );
  const instants = [sinceMs, ...[...times].filter((t) => t > sinceMs)];
  return valuesOf(withText(test), rivals.map(withText)).flatMap((values) => {
    const fact = { ...values, fait: test.fact } as Fact;
    return instants.flatMap((t) => (matchesFact(fact, test, t) ? [{ fact, t }] : []));
  });
}

/** Whether every fact that a pattern is made for is taken by one of the others. A pattern without any fact is not. */
export function isMasked(test: FactTest, others: readonly FactTest[]): boolean {
  const made = witnesses(test, others);
  return made.length > 0 && made.every(({ fact, t }) => others.some((other) => matchesFact(fact, other, t)));
}
