import { examMs, listOf } from './compile-values';
import type { Pattern } from './format-pattern';
import { READY } from './ready-states';
import { hourWords } from './script-times';
import type { Walked } from './walk';

/** Attributes of a fact that name something which an event brings. */
const BROUGHT = ['courriel', 'reponse_a', 'origine', 'appel', 'visite', 'pli', 'annonce'];

/** Something that comes after the last instant of a pattern that names it. */
export interface TooLate {
  readonly event: string;
  /** Earliest exam time at which it comes, in ms. */
  readonly comesMs: number;
}

/** The thing that a pattern names and that comes only once the pattern's time is over; `null` when there is none. */
export function comesTooLate(pattern: Pattern, walked: Walked): TooLate | null {
  if (pattern.avant === undefined) return null;
  const untilMs = examMs(pattern.avant);
  for (const key of BROUGHT) {
    const named = namesIn((pattern as Readonly<Record<string, unknown>>)[key]).map((event) => ({
      event,
      comesMs: arrival(event, walked)
    }));
    if (named.length > 0 && named.every(({ comesMs }) => comesMs > untilMs)) return named[0]!;
  }
  return null;
}

/** What to say of it, after the place where the fact is waited for. */
export const tooLateWords = ({ event, comesMs }: TooLate, where: string): string =>
  comesMs === Infinity
    ? `${where}, ce fait n’a jamais lieu : « ${event} » n’arrive pas.`
    : `${where}, ce fait n’a jamais lieu : « ${event} » n’arrive qu’à ${hourWords(comesMs)}.`;
export const TOO_LATE_FIX = 'Reculez « avant », ou retirez-le.';

/** Names that an attribute may have: one, or one of a few. */
function namesIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  const { parmi } = (typeof value === 'object' && value !== null ? value : {}) as { parmi?: unknown };
  return listOf(parmi as string | string[] | undefined).filter((name) => typeof name === 'string');
}

/** Earliest exam time at which an event has reached the candidate; 0 for what is there from the start. */
function arrival(event: string, walked: Walked): number {
  const steps = walked.get(event);
  if (!steps) return 0;
  return Math.min(...[...steps.reached].flatMap(([state, t]) => (READY.test(state) ? [t] : [])), Infinity);
}
