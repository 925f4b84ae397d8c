import type { Fact, FactValue } from '../log/facts';
import { parseStory } from '../kernel/story-time';
import type { FactTest, ValueTest } from './compiled';

/** Text as patterns compare it: no case, no accent, no space of any kind, straight apostrophes. */
export function plainText(value: string): string {
  return value
    .normalize('NFD')
    .replace(/[\u0300-\u036f\s\u00a0\u202f\u2009\u200b]/gu, '')
    .replace(/[\u2018\u2019\u02bc]/gu, "'")
    .toLowerCase();
}

function same(left: FactValue, right: FactValue): boolean {
  if (left === right) return true;
  if (typeof left === 'string' && typeof right === 'string') {
    const leftMs = parseStory(left);
    if (leftMs !== null && leftMs === parseStory(right)) return true;
    return plainText(left) === plainText(right);
  }
  return String(left) === String(right);
}

function comparable(value: FactValue | undefined): number | null {
  if (typeof value === 'number') return value;
  return typeof value === 'string' ? parseStory(value) : null;
}

function isWithin(
  value: FactValue | undefined,
  [low, high]: readonly [string | number, string | number]
): boolean {
  const at = comparable(value);
  const from = comparable(low);
  const until = comparable(high);
  return at !== null && from !== null && until !== null && at >= from && at <= until;
}

const isFilled = (value: FactValue | undefined): boolean =>
  value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0);

function containing(haystack: string, test: ValueTest): boolean {
  const has = (needle: string) => haystack.includes(plainText(needle));
  return (
    (!test.contains || test.contains.some(has)) &&
    (!test.containsAll || test.containsAll.every(has)) &&
    (!test.lacks || !test.lacks.some(has))
  );
}

/** Whether a value (or, for a list, one of its elements) satisfies every member of the test. */
export function matchesValue(value: FactValue | undefined, test: ValueTest): boolean {
  if (test.exists !== undefined && isFilled(value) !== test.exists) return false;
  const list = Array.isArray(value) ? (value as readonly FactValue[]) : null;
  if (test.noneOf) {
    const refused = test.noneOf;
    if ((list ?? [value]).some((item) => item !== undefined && refused.some((no) => same(item, no))))
      return false;
  }
  const { oneOf, between, where } = test;
  if (!oneOf && !between && !where && !test.contains && !test.containsAll && !test.lacks) return true;
  return (list ?? [value]).some((item) => {
    if (oneOf && (item === undefined || !oneOf.some((yes) => same(item, yes)))) return false;
    if (between && !isWithin(item, between)) return false;
    if (where && !matchesMembers(item, where)) return false;
    if (!test.contains && !test.containsAll && !test.lacks) return true;
    return containing(typeof item === 'object' || item === undefined ? '' : plainText(String(item)), test);
  });
}

function matchesMembers(value: FactValue | undefined, where: Readonly<Record<string, ValueTest>>): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const members = value as Readonly<Record<string, FactValue>>;
  return Object.entries(where).every(([key, test]) => matchesValue(members[key], test));
}

/** All the running text of a fact, for `contient` at the top of a pattern. */
const textOf = (fact: Fact): string =>
  ['objet', 'corps', 'texte', 'titre', 'nom']
    .map((key) => fact[key])
    .filter((value) => typeof value === 'string')
    .join(' ');

/** Whether a fact that happened at exam time `t` agrees with a pattern. */
export function matchesFact(fact: Fact, test: FactTest, t: number): boolean {
  if (fact.fait !== test.fact) return false;
  if (test.fromMs !== undefined && t < test.fromMs) return false;
  if (test.untilMs !== undefined && t > test.untilMs) return false;
  if (test.text && !matchesValue(textOf(fact), test.text)) return false;
  return Object.entries(test.where).every(([key, value]) => matchesValue(attribute(fact, key), value));
}

/**
 * An attribute as patterns name it. A call rung again has a suffix (`call-x.2`): patterns mean the call, whatever the
 * attempt. Facts about mails name theirs `id`.
 */
function attribute(fact: Fact, key: string): FactValue | undefined {
  const value = fact[key] ?? (key === 'courriel' ? fact['id'] : undefined);
  return key === 'appel' && typeof value === 'string' ? value.split('.')[0] : value;
}
