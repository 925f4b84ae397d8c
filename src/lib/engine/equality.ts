import type { EntryDraft } from '../log/entry';
import type { CompiledBeat, CompiledScenario } from '../scenario/compiled';
import { REACHABLE } from '../scenario/ready-states';
import * as events from './events';

/** Why a stimulus did not come to a candidate, or found them engaged: their own acts, or a proctor's. */
export type Cause = 'line-engaged' | 'cancelled' | 'proctor' | 'ended' | 'unexplained';

export interface Exception {
  readonly candidate: string;
  readonly beat: string;
  /** Exam time (ms); `null` when it never came. */
  readonly at: number | null;
  /** When it came to the first candidate to whom it came. */
  readonly expected: number | null;
  readonly cause: Cause;
}

export interface EqualityReport {
  readonly candidates: number;
  /** Events that come at an exam time, whatever the candidate does. */
  readonly stimuli: number;
  /** Stimuli that came to everybody at the same exam instant. */
  readonly equal: number;
  readonly exceptions: readonly Exception[];
}

interface Arrival {
  readonly at: number | null;
  readonly cause: Cause | null;
}

/** Events that only time brings: from the start, no act of the candidate and no other event leads to them. */
function isTimed({ config }: CompiledBeat): boolean {
  const first = config.states[config.initial];
  if (!Object.keys(first?.after ?? {}).some((delay) => delay.startsWith('at_'))) return false;
  // A person who may be called back from an hour on: the candidate's dialling decides.
  if (REACHABLE in config.states) return false;
  return Object.entries(first?.on ?? {}).every(
    ([type, ways]) =>
      type.startsWith('proctor-') ||
      ways.every(({ target }) => target === 'not-needed' || target === 'skipped')
  );
}

const ARRIVED = /^(delivered|arrived|line:|ringing:|engaged:)/;

/** Gathers the sittings of one session and says whether all had the same timed stimuli at the same exam minute. */
export class Equality {
  readonly #timed: readonly string[];
  readonly #arrivals = new Map<string, ReadonlyMap<string, Arrival>>();

  constructor(compiled: CompiledScenario) {
    this.#timed = compiled.beats.filter(isTimed).map(({ id }) => id);
  }

  /** Adds the log of one candidate. */
  add(candidate: string, log: readonly EntryDraft[]): void {
    const arrivals = new Map<string, Arrival>();
    const touched = new Set<string>();
    let end = 0;
    for (const entry of log) {
      if (events.beatTriggered.is(entry) || events.beatSkipped.is(entry)) touched.add(entry.d.beat);
      if (events.sittingEnded.is(entry)) end = entry.t;
      if (!events.beatMoved.is(entry) || arrivals.has(entry.d.beat)) continue;
      const { beat, to } = entry.d;
      if (ARRIVED.test(to))
        arrivals.set(beat, {
          at: entry.t,
          cause: touched.has(beat) ? 'proctor' : to.startsWith('engaged:') ? 'line-engaged' : null
        });
      else if (to === 'not-needed' || to === 'skipped') {
        const early = end > 0 && entry.t >= end;
        arrivals.set(beat, { at: null, cause: to === 'skipped' ? 'proctor' : early ? 'ended' : 'cancelled' });
      }
    }
    this.#arrivals.set(candidate, arrivals);
  }

  report(): EqualityReport {
    const exceptions = this.#timed.flatMap((beat) => {
      const came = [...this.#arrivals].map(([candidate, arrivals]) => {
        return { candidate, ...(arrivals.get(beat) ?? { at: null, cause: null }) };
      });
      const expected = came.find(({ at, cause }) => at !== null && cause !== 'proctor')?.at ?? null;
      return came.flatMap(({ candidate, at, cause }): Exception[] =>
        at === expected && cause === null
          ? []
          : [{ candidate, beat, at, expected, cause: cause ?? 'unexplained' }]
      );
    });
    const uneven = new Set(exceptions.map(({ beat }) => beat));
    return {
      candidates: this.#arrivals.size,
      stimuli: this.#timed.length,
      equal: this.#timed.length - uneven.size,
      exceptions
    };
  }
}
