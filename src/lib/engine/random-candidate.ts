import { seededDraw, seededInteger } from '../kernel/random';
import type { Fact } from '../log/facts';
import type { RunnableScenario } from './beat';
import { wallTime } from './clock';
import * as events from './events';
import type { Repertoire } from './repertoire';
import { LEAVING } from './repertoire';
import { Simulation, type SittingOptions } from './simulate';

const SECOND = 1_000;
const MINUTE = 60_000;

export interface RandomOptions extends SittingOptions {
  /** Draws everything that this candidate does; `seed` remains the session's, which draws the delays of the script. */
  readonly candidate: string;
  /** Whether somebody triggers and skips events, pauses and credits. */
  readonly proctor?: boolean;
}

/** Plays a whole exam by a candidate who does anything that the scenario looks at, always the same for the same words. */
export function playRandom(
  scenario: RunnableScenario,
  repertoire: Repertoire,
  options: RandomOptions
): Simulation {
  const run = new Simulation(scenario, options);
  const random = new RandomCandidate(run, repertoire, options.candidate);
  run.start();
  while (!run.state.ended) random.act(options.proctor ?? false);
  return run;
}

class RandomCandidate {
  #acts = 0;
  /** How often this candidate answers what waits for them, works when nothing does, and how slow they are. */
  readonly #answers: number;
  readonly #works: number;
  readonly #slowness: number;

  constructor(
    private readonly run: Simulation,
    private readonly repertoire: Repertoire,
    private readonly name: string
  ) {
    this.#answers = seededDraw(name, 'answers');
    this.#works = seededDraw(name, 'works') ** 2;
    this.#slowness = 0.5 + seededDraw(name, 'slowness');
  }

  act(proctor: boolean): void {
    this.#acts += 1;
    this.#wait();
    const { run } = this;
    if (run.state.ended) return;
    if (proctor && this.#chance('proctor') < 0.05) this.#proctorActs();
    else this.#do(this.#next());
  }

  #chance(word: string): number {
    return seededDraw(this.name, word, this.#acts);
  }
  #draw(low: number, high: number, word: string): number {
    return seededInteger(low, high, this.name, word, this.#acts);
  }
  #pick<T>(items: readonly T[], word: string): T | undefined {
    return items[this.#draw(0, items.length - 1, word)];
  }

  /** A while, shorter when somebody waits for an answer; or until soon after the next thing of the script. */
  #wait(): void {
    const { state, wall } = this.run;
    const live = this.repertoire.live(state).length > 0;
    const idle = Math.round(
      (live ? this.#draw(3, 25, 'wait') : this.#draw(20, 150, 'wait')) * SECOND * this.#slowness
    );
    const due = state.dues[0];
    const dueWall = due ? wallTime(state.clock, due.at) : null;
    const soon = dueWall === null ? idle : Math.max(0, dueWall - wall) + this.#draw(1, 20, 'soon') * SECOND;
    this.run.wait(Math.max(1, Math.min(idle, soon)));
  }

  #next(): Fact | null {
    const live = this.repertoire.live(this.run.state);
    const beat = this.#pick(live, 'beat');
    if (beat && this.#chance('answer') < this.#answers) {
      const all = this.repertoire.answers(beat, this.run.state);
      const staying = all.filter(({ fait }) => !LEAVING.has(fait));
      const options = staying.length > 0 && this.#chance('stay') < 0.85 ? staying : all;
      return this.#pick(options, 'option') ?? null;
    }
    if (this.#chance('work') >= this.#works) return null;
    const fact = this.#pick(this.repertoire.facts, 'fact') ?? null;
    return fact?.fait === 'appel.passe' ? { ...fact, appel: `call-${this.name}-${this.#acts}` } : fact;
  }

  #do(fact: Fact | null): void {
    if (fact)
      this.run.do({ by: 'candidate', gesture: { type: 'simulated.fact', v: 1, d: fact }, facts: [fact] });
  }

  #proctorActs(): void {
    const { run } = this;
    const beat = this.#pick(this.repertoire.scripted, 'whom') ?? '';
    const chance = this.#chance('how');
    if (chance < 0.4) run.do({ by: 'proctor', gesture: events.beatTriggered({ beat }) });
    else if (chance < 0.7) run.do({ by: 'proctor', gesture: events.beatSkipped({ beat }) });
    else if (chance < 0.85)
      run.do({
        by: 'proctor',
        gesture: events.clockCredited({ ms: this.#draw(1, 300, 'credit') * SECOND, cause: 'essai' })
      });
    else if (chance > 0.985) run.do({ by: 'proctor', gesture: events.sittingEnded({ cause: 'proctor' }) });
    else {
      run.do({ by: 'proctor', gesture: events.clockPaused({ cause: 'essai' }) });
      run.wait(this.#draw(1, 10, 'pause') * MINUTE);
      run.do({ by: 'proctor', gesture: events.clockResumed({}) });
    }
  }
}
