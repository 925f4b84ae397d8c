import type { FactValue } from '../log/facts';
import { BEAT_EVENTS } from './beat-events';
import { holds, type BeatEvent } from './beat-test';
import type { BeatTest, BeatTransition, CompiledBeat, CompiledScenario } from './compiled';
import { parseDelayName } from './delay-name';
import { attributesFor, witnesses } from './witness';

/** One beat after its walk. */
export interface WalkedBeat {
  /** Earliest exam time (ms) of every state that can be reached; the end of the exam for those of its last instant. */
  readonly reached: ReadonlyMap<string, number>;
  /** Earliest exam time of every outcome that it can come to. */
  readonly outcomes: ReadonlyMap<string, number>;
  /** Ways taken from each state by the candidate, by time or by other events of the script. */
  readonly ways: ReadonlyMap<string, ReadonlySet<string>>;
}
export type Walked = ReadonlyMap<string, WalkedBeat>;

/**
 * Walks every state of every beat with events made from the tests of its transitions. `manual` names the beats that a
 * proctor triggers: the others must start by themselves.
 */
export function walk(compiled: CompiledScenario, manual: ReadonlySet<string>): Walked {
  let walked: Walked = new Map();
  for (;;) {
    const known = walked;
    walked = new Map(
      compiled.beats.map((beat) => [
        beat.id,
        new BeatWalk(beat, compiled.durationMs, known, manual.has(beat.id)).run()
      ])
    );
    if (signature(walked) === signature(known)) return walked;
  }
}

/** What other beats can hear of a walk: outcomes come earlier, or more of them, from one round to the next. */
const signature = (walked: Walked): string =>
  JSON.stringify([...walked].map(([beat, { outcomes }]) => [beat, [...outcomes].sort()]));

class BeatWalk {
  readonly #reached = new Map<string, number>();
  readonly #outcomes = new Map<string, number>();
  readonly #ways = new Map<string, Set<string>>();
  readonly #queue: string[] = [];

  constructor(
    private readonly beat: CompiledBeat,
    private readonly endMs: number,
    private readonly known: Walked,
    private readonly manual: boolean
  ) {}

  run(): WalkedBeat {
    this.#reach(this.beat.config.initial, 0);
    for (let state = this.#queue.shift(); state !== undefined; state = this.#queue.shift())
      this.#leave(state);
    return { reached: this.#reached, outcomes: this.#outcomes, ways: this.#ways };
  }

  #reach(name: string, t: number): void {
    const known = this.#reached.get(name);
    if (known !== undefined && known <= t) return;
    this.#reached.set(name, t);
    for (const { params } of this.beat.config.states[name]?.entry ?? []) {
      if (params.do !== 'issue') continue;
      this.#outcomes.set(params.issue, Math.min(t, this.#outcomes.get(params.issue) ?? Infinity));
    }
    this.#queue.push(name);
  }

  #go(from: string, to: string, t: number): void {
    if (t >= this.endMs) return;
    this.#ways.set(from, (this.#ways.get(from) ?? new Set()).add(to));
    this.#reach(to, t);
  }

  #leave(name: string): void {
    const state = this.beat.config.states[name];
    const t = this.#reached.get(name)!;
    if (!state || t > this.endMs) return;
    for (const way of state.always ?? []) if (way.target) this.#go(name, way.target, t);
    for (const [delay, target] of Object.entries(state.after ?? {})) {
      const known = parseDelayName(delay);
      const at =
        known.kind === 'at' ? Math.max(t, known.ms) : t + (known.kind === 'for' ? known.ms : known.lowMs);
      this.#go(name, target, at);
    }
    for (const [type, ways] of Object.entries(state.on ?? {})) this.#hear(name, type, ways, t);
  }

  /** What each witness event of a list does: the first way whose test holds is taken, as the engine does. */
  #hear(name: string, type: string, ways: readonly BeatTransition[], t: number): void {
    if (type === BEAT_EVENTS.triggered && !this.manual) return;
    if (type === BEAT_EVENTS.skipped || type === BEAT_EVENTS.end) {
      for (const { target } of ways)
        if (target) this.#reach(target, type === BEAT_EVENTS.end ? this.endMs : t);
      return;
    }
    const tests = ways.flatMap(({ guard }) => guard?.params ?? []);
    for (const { guard, target } of ways) {
      const events = guard ? this.#eventsFor(guard.params, tests, t) : [{ t, lineFree: true, mine: true }];
      // A pattern for which no fact could be made gets the benefit of the doubt.
      if (events.length === 0 && guard?.params.is === 'fact' && target) this.#go(name, target, t);
      for (const made of events) {
        const event: BeatEvent = { ...made, type };
        const taken = ways.find((way) => !way.guard || holds(way.guard.params, event));
        if (taken?.target) this.#go(name, taken.target, event.t);
      }
    }
  }

  /** Events that a test is made for, not before `t`. */
  #eventsFor(test: BeatTest, others: readonly BeatTest[], t: number): readonly Omit<BeatEvent, 'type'>[] {
    const free = { t, lineFree: true, mine: false };
    switch (test.is) {
      case 'fact': {
        const rivals = others.flatMap((other) => (other.is === 'fact' && other !== test ? [other.test] : []));
        return witnesses(test.test, rivals, t).map((witness) => ({ ...free, ...witness }));
      }
      case 'mine': {
        const rivals = others.flatMap((other) =>
          other.is === 'mine' && other !== test ? [other.where ?? {}] : []
        );
        return attributesFor(test.where ?? {}, rivals).map((values) => ({
          ...free,
          mine: true,
          fact: { ...(values as Record<string, FactValue>), fait: '' }
        }));
      }
      case 'dialled':
        return test.numbers.map((numero) => ({ ...free, fact: { fait: '', numero } }));
      case 'issue':
        return [...(this.known.get(test.beat)?.outcomes ?? [])].map(([issue, at]) => {
          return { ...free, t: Math.max(t, at), beat: test.beat, issue };
        });
      case 'task':
        return [{ ...free, task: test.task }];
      case 'line-free':
        return [free];
      // Two things at once: each of them alone leads through the other's waiting state.
      case 'all':
        return [];
    }
  }
}
