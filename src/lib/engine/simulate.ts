import type { EntryDraft } from '../log/entry';
import { runnable, type RunnableScenario } from './beat';
import { wallTime, type Rate } from './clock';
import { clockStarted, sittingOpened } from './events';
import type { FilesAt } from './freeze';
import { evolve, unopened, type EngineState } from './state';
import { ENGINE_VERSION, step, type StepInput } from './step';

export { runnable };

export interface SittingOptions {
  /** Hash that the sitting pins; 64 zeros when it does not matter. */
  readonly hash?: string;
  readonly seed?: string;
  readonly rate?: Rate;
  /** Wall instant of the start. */
  readonly startWall?: number;
}

/** A sitting under a virtual clock: the real engine, for the author's simulator, recorded runs and tests. */
export class Simulation {
  readonly log: EntryDraft[] = [];
  state: EngineState = unopened;
  /** What the candidate has made, where the sitting has a desk. */
  filesAt: FilesAt | undefined;
  #wall: number;

  /** Opens the sitting; `start()` sets the clock running. */
  constructor(
    readonly scenario: RunnableScenario,
    options: SittingOptions = {}
  ) {
    this.#wall = options.startWall ?? 0;
    const { hash = '0'.repeat(64), seed = 'parcours', rate = { num: 1, den: 1 } } = options;
    this.do({
      by: 'system',
      gesture: sittingOpened({
        scenario: hash,
        engine: ENGINE_VERSION,
        seed,
        rate,
        endMs: scenario.compiled.durationMs
      })
    });
  }

  get wall(): number {
    return this.#wall;
  }

  start(): void {
    this.do({ by: 'proctor', gesture: clockStarted({}) });
  }

  /** Gives one input now. */
  do(input: StepInput): readonly EntryDraft[] {
    const decided = step(this.scenario, this.state, input, this.#wall, this.filesAt);
    for (const entry of decided) this.state = evolve(this.state, entry);
    this.log.push(...decided);
    return decided;
  }

  /** Lets wall time pass, waking the engine every `cadenceMs` on the way (once at the end by default). */
  wait(ms: number, cadenceMs: number = ms): void {
    const until = this.#wall + ms;
    while (this.#wall < until) {
      this.#wall = Math.min(until, this.#wall + cadenceMs);
      this.do({ tick: true });
    }
  }

  /** Lets time pass until an exam time. No effect while the clock is stopped or when it is past. */
  waitUntil(examMs: number, cadenceMs?: number): void {
    const wall = wallTime(this.state.clock, examMs);
    if (wall !== null && wall > this.#wall) this.wait(wall - this.#wall, cadenceMs);
  }

  /** Runs to the end of the exam. */
  finish(cadenceMs?: number): void {
    this.waitUntil(this.state.endMs, cadenceMs);
  }
}
