import type { EntryDraft } from '../log/entry';
import type { CompiledScenario } from '../scenario/compiled';
import { walk } from '../scenario/walk';
import * as events from './events';

/** As `engaged:1`, later. */
const TRIED_AGAIN = /^engaged:\d+_/;

/** States of a scenario that sittings have been in. */
export class Coverage {
  readonly #visited = new Set<string>();

  add(log: readonly EntryDraft[]): void {
    for (const entry of log)
      if (events.beatMoved.is(entry)) this.#visited.add(`${entry.d.beat} ${entry.d.to}`);
  }

  /**
   * States that nobody has been in, by event. Left out: those in which nothing stays, those that the walk of the checker
   * proves to be out of reach, the further tries of a caller who finds the line engaged, and the hidden beats that watch
   * for an absence.
   */
  missing(compiled: CompiledScenario): ReadonlyMap<string, readonly string[]> {
    const walked = walk(compiled, new Set(compiled.beats.map(({ id }) => id)));
    return new Map(
      compiled.beats.flatMap(({ id, kind, config }) => {
        const { reached, initial } = { reached: walked.get(id)?.reached, initial: config.initial };
        const states = Object.entries(config.states)
          .filter(
            ([name, state]) =>
              kind !== 'watch' &&
              name !== initial &&
              reached?.has(name) &&
              !state.always &&
              !TRIED_AGAIN.test(name)
          )
          .filter(([name]) => !this.#visited.has(`${id} ${name}`))
          .map(([name]) => name);
        return states.length ? [[id, states] as const] : [];
      })
    );
  }
}
