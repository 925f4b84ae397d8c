import * as v from 'valibot';
import type { DeskEvent, Entry } from '../log/entry';
import { scriptEvents } from '../log/script-vocabulary';
import * as engine from '../engine/events';
import { clockOf, phaseOf } from '../engine/queries';
import type { EngineState } from '../engine/state';
import { wordSent } from './events';
import type { StreamMessages } from './wire';

/** Why the sitting is paused, in the proctor's words, or `null`. */
export const pausedOf = (state: EngineState): { cause: string } | null =>
  phaseOf(state) === 'paused' ? { cause: state.pauseCause ?? '' } : null;

/** The clock message of the stream. */
export const clockMessage = (state: EngineState, wall: number): StreamMessages['clock'] => ({
  ...clockOf(state),
  wall,
  phase: phaseOf(state),
  paused: pausedOf(state)
});

/** Types that change what the candidate's clock or phase shows; their payloads stay on the server. */
const CLOCK_TYPES: ReadonlySet<string> = new Set(
  [
    engine.identityConfirmed,
    engine.familiarisationFinished,
    engine.familiarisationResumed,
    engine.clockStarted,
    engine.clockPaused,
    engine.clockResumed,
    engine.clockCredited,
    engine.sittingEnded
  ].map(({ type }) => type)
);

/** True when the stream must send the clock again after this entry. */
export const changesClock = (entry: DeskEvent): boolean => CLOCK_TYPES.has(entry.type);

const SHOWN = new Map(scriptEvents.map((definition) => [definition.type, definition]));

/**
 * What a candidate may see of an entry that somebody else wrote: an allow-list of types (what the script makes happen on
 * the desk), and of members of each (those of its schema). Anything else is `null`.
 */
export function toCandidate(entry: Entry): (DeskEvent & { n: number }) | null {
  const definition = entry.by === 'script' ? SHOWN.get(entry.type) : undefined;
  if (!definition || definition.version !== entry.v) return null;
  const payload = v.safeParse(definition.schema, entry.d);
  if (!payload.success) return null;
  return { n: entry.n, t: entry.t, by: entry.by, type: entry.type, v: entry.v, d: payload.output };
}

/** The proctor's word that an entry carries, or `null`. */
export const wordOf = (entry: Entry): StreamMessages['word'] | null =>
  wordSent.is(entry) ? { text: entry.d.text } : null;
