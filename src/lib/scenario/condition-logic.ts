import { compilePattern } from './compile-pattern';
import { durationMs, examMs, listOf } from './compile-values';
import type { FactTest } from './compiled';
import { shapeOf, type Condition, type Outcome, type Shape } from './format-cue';
import type { Scope } from './scope';
import { isMasked } from './witness';

/** Whether the first condition cannot be met without meeting the second. */
export function implies(narrow: Condition, wide: Condition, scope: Scope): boolean {
  const [one, two] = [shapeOf(narrow), shapeOf(wide)];
  if (one.of === 'any') return one.parts.every((part) => implies(part, wide, scope));
  if (two.of === 'all') return two.parts.every((part) => implies(narrow, part, scope));
  if (one.of === 'all' && one.parts.some((part) => implies(part, wide, scope))) return true;
  if (two.of === 'any') return two.parts.some((part) => implies(narrow, part, scope));
  const [left, right] = [factOf(one, scope), factOf(two, scope)];
  if (left && right) return timesOf(one) >= timesOf(two) && isMasked(left, [right]);
  if (one.of === 'hour' && two.of === 'hour') return examMs(one.hour) >= examMs(two.hour);
  return one.of === 'outcome' && two.of === 'outcome' && outcomeImplies(one.outcome, two.outcome);
}

const factOf = (shape: Shape, scope: Scope): FactTest | null =>
  shape.of === 'fact' || shape.of === 'times' ? compilePattern(shape.pattern, scope) : null;
const timesOf = (shape: Shape): number => (shape.of === 'times' ? shape.times : 1);

/** What an outcome belongs to, the same text for the same thing. */
const ownerOf = (outcome: Outcome): string =>
  'tache' in outcome ? `tache:${outcome.tache}` : outcome.evenement;

function outcomeImplies(narrow: Outcome, wide: Outcome): boolean {
  const [few, many] = [listOf<string>(narrow.issue), listOf<string>(wide.issue)];
  if (ownerOf(narrow) !== ownerOf(wide)) return false;
  if (many.length === 0) return few.every((issue) => issue !== 'saute' && issue !== 'sans_objet');
  return few.length > 0 && few.every((issue) => many.includes(issue));
}

type Leaf = Exclude<Shape, { of: 'all' } | { of: 'any' }>;

/** The ways to meet a condition: all of the parts of one of these lists. */
export function waysOf(cue: Condition): readonly (readonly Leaf[])[] {
  const shape = shapeOf(cue);
  if (shape.of === 'any') return shape.parts.flatMap(waysOf);
  if (shape.of !== 'all') return [[shape]];
  return shape.parts
    .map(waysOf)
    .reduce((made, ways) => made.flatMap((parts) => ways.map((more) => [...parts, ...more])), [[]]);
}

/** Whether every way to meet a condition asks for two things that exclude each other. */
export const isImpossible = (cue: Condition, scope: Scope): boolean =>
  waysOf(cue).every((parts) =>
    parts.some((part, at) => parts.slice(0, at).some((other) => excludes(part, other, scope)))
  );

function excludes(one: Leaf, two: Leaf, scope: Scope): boolean {
  if (one.of === 'outcome' && two.of === 'outcome') return outcomesExclude(one.outcome, two.outcome);
  return comesTooSoon(one, two, scope) || comesTooSoon(two, one, scope);
}

/** The outcomes that a task comes to, one after the other; an event comes to one alone. */
const TASK_ENDS = [['rendue'], ['en_retard', 'rendue_tard'], ['en_retard', 'non_rendue'], ['non_rendue']];

function outcomesExclude(one: Outcome, two: Outcome): boolean {
  if (ownerOf(one) !== ownerOf(two)) return false;
  const [some, others] = [listOf<string>(one.issue), listOf<string>(two.issue)];
  if (some.length === 0 || others.length === 0) return false;
  if (!('tache' in one)) return !some.some((issue) => others.includes(issue));
  const meets = (wanted: readonly string[], ends: readonly string[]) =>
    ends.some((end) => wanted.includes(end));
  return !TASK_ENDS.some((ends) => meets(some, ends) && meets(others, ends));
}

/** A fact that must come while its absence is watched for, from the start or from an hour on. */
function comesTooSoon(fact: Leaf, watched: Leaf, scope: Scope): boolean {
  if (watched.of !== 'absence' || (fact.of !== 'fact' && fact.of !== 'times')) return false;
  const { depuis, pendant, absence } = watched.absence;
  if (typeof depuis === 'object') return false;
  const from = depuis === undefined ? 0 : examMs(depuis);
  const { fromMs = 0, untilMs = Infinity } = compilePattern(fact.pattern, scope);
  if (fromMs < from || untilMs >= from + durationMs(pendant)) return false;
  return isMasked(compilePattern(fact.pattern, scope), [compilePattern(absence, scope)]);
}
