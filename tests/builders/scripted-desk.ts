import { deskProgram } from '../../src/lib/apps/registry.server';
import { models } from '../../src/lib/apps/models';
import type { ModelId } from '../../src/lib/desk/app-model';
import { deskReader, foldDesk, openDesk, type DeskStates } from '../../src/lib/desk/fold';
import { runnable } from '../../src/lib/engine/beat';
import { examTime } from '../../src/lib/engine/clock';
import { Simulation } from '../../src/lib/engine/simulate';
import type { EntryDraft, Gesture } from '../../src/lib/log/entry';
import { parseGesture } from '../../src/lib/log/event-definition';
import type { MasteredScenario } from '../../src/lib/scenario/master';
import { masterScript } from './played-script';

/**
 * A desk that a script plays on: the example with its script replaced, the real engine, every application's model, and
 * the facts that the applications see in what the candidate does, as `sitting/decide.server.ts` puts them together.
 */
export class ScriptedDesk {
  readonly run: Simulation;
  #states: DeskStates;

  private constructor(private readonly mastered: MasteredScenario) {
    this.run = new Simulation(runnable(mastered.compiled), { seed: 'essai' });
    this.#states = openDesk(models, mastered.candidate);
    this.run.filesAt = (_, deliverable) =>
      deskProgram.productionsFor(deskReader(mastered.candidate, this.#states), deliverable);
    this.run.start();
  }

  /** `script` is the YAML under `deroule:`; it must satisfy the checker. */
  static async playing(script: string): Promise<ScriptedDesk> {
    return new ScriptedDesk(await masterScript(script));
  }

  state<S>(model: ModelId): S {
    return this.#states[model] as S;
  }

  /** Outcomes that an event of the script has come to. */
  issues(beat: string): readonly string[] {
    return this.run.state.issues[beat] ?? [];
  }

  /** Lets exam time pass, in ms from the start. */
  waitUntil(examMs: number): void {
    const before = this.run.log.length;
    this.run.waitUntil(examMs);
    this.#fold(this.run.log.slice(before));
  }

  /** Does what a window records: checked, folded, seen by the script. */
  does(raw: Gesture): void {
    const gesture = parseGesture(deskProgram.gestures, 'candidate', raw);
    const { clock } = this.run.state;
    const event = { ...gesture, by: 'candidate', t: examTime(clock, this.run.wall) } as const;
    const after = foldDesk(models, this.#states, event);
    const facts = deskProgram.factsOf(event, deskReader(this.mastered.candidate, after));
    this.#fold(this.run.do({ by: 'candidate', gesture, facts }));
  }

  #fold(entries: readonly EntryDraft[]): void {
    for (const entry of entries) this.#states = foldDesk(models, this.#states, entry);
  }
}
