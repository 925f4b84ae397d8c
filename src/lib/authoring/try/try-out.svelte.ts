import type { DeskReader, FactsOf } from '../../desk/app-model';
import type { MemoryPort } from '../../desk/memory-port.svelte';
import { runnable } from '../../engine/beat';
import { examTime } from '../../engine/clock';
import type { Deliverable } from '../../engine/freeze';
import { beatsOf, tasksOf, type BeatView, type TaskView } from '../../engine/queries';
import type { Simulation } from '../../engine/simulate';
import type { DeskEvent, EntryDraft, Gesture } from '../../log/entry';
import { completeFacts, type Fact } from '../../log/facts';
import type { FrozenFile } from '../../log/hand-in-frozen';
import { findings, type EntryWithFacts, type Finding } from '../../scenario/evidence';
import type { ScenarioSource } from '../../scenario/format';
import { amountsOf } from './amounts';
import type { Preview } from './preview';
import { takeOver } from './take-over';

/** How fast exam time may pass in a try-out. */
export const SPEEDS = [1, 2, 4, 10, 30, 60] as const;

export interface TryOutStart {
  readonly preview: Preview;
  /** What the preview was made of. */
  readonly source: ScenarioSource;
  /** The whole sitting of who sits the exam until `fromMs`. */
  readonly played: readonly EntryDraft[];
  /** Exam ms. */
  readonly fromMs: number;
  readonly factsOf: FactsOf;
  /** What that candidate's facts left on the desk. */
  readonly gesturesOf: (fact: Fact, desk: DeskReader) => readonly Gesture[];
  /** What the author has made that could be a deliverable. */
  readonly productionsFor: (desk: DeskReader, deliverable: Deliverable) => readonly FrozenFile[];
  /** Something has just reached the desk while the author looks. */
  readonly onarrival: (event: DeskEvent) => void;
}

/**
 * A sitting in the page: the real engine under a clock of the author's, on a desk in memory. Nothing is sent or kept.
 * Call `attach` with the desk once, then `pass` as real time goes by.
 */
export class TryOut {
  readonly #start: TryOutStart;
  readonly #run: Simulation;
  #desk: MemoryPort | null = null;
  /** Entries of the engine's log already shown on the desk. */
  #shown = 0;
  #t = $state(0);
  #entries = $state.raw<readonly EntryWithFacts[]>([]);
  #revision = $state(0);
  running = $state(true);
  speed = $state<number>(1);

  constructor(start: TryOutStart) {
    this.#start = start;
    this.#run = takeOver(runnable(start.preview.compiled), start.played, start.fromMs);
  }

  /** Shows on the desk all that has arrived before the author sat down. */
  attach(desk: MemoryPort): void {
    this.#desk = desk;
    // What the engine decides in one go makes no file of the author's: the desk is up to date in that.
    this.#run.filesAt = (_, deliverable) => this.#start.productionsFor(desk, deliverable);
    this.#show(false);
  }

  /** Exam ms. */
  get t(): number {
    return this.#t;
  }
  get durationMs(): number {
    return this.#start.preview.compiled.durationMs;
  }
  get over(): boolean {
    return this.#revision >= 0 && this.#run.state.ended !== null;
  }
  /** What the software would tell the jury of what was done so far. */
  get findings(): readonly Finding[] {
    return findings(this.#start.preview.jury, this.#entries);
  }
  /** Amounts that the tasks expect, and those of the documents validated so far. */
  get amounts(): ReturnType<typeof amountsOf> {
    return amountsOf(this.#start.source, this.#entries);
  }
  get tasks(): readonly TaskView[] {
    return this.#revision >= 0 ? tasksOf(this.#start.preview.compiled, this.#run.state) : [];
  }
  /** Events of the script, as the proctor's board would show them. */
  get beats(): readonly BeatView[] {
    return this.#revision >= 0 ? beatsOf(this.#start.preview.compiled, this.#run.state) : [];
  }

  /** A gesture of the author's, already folded on the desk: the script may answer. */
  record(gesture: Gesture): void {
    const desk = this.#desk;
    if (!desk || this.over) return;
    const facts = this.#start.factsOf({ ...gesture, by: 'candidate', t: this.#t }, desk);
    this.#run.do({ by: 'candidate', gesture, facts });
    this.#show(true, facts);
  }

  /** Lets real time go by, in ms: exam time follows at the chosen speed. */
  pass(ms: number): void {
    if (!this.running || this.over) return;
    this.#run.wait(Math.round(ms * this.speed));
    this.#show(true);
  }

  /** Goes straight to a later exam time; what arrives on the way arrives without a word. */
  jump(examMs: number): void {
    this.#run.waitUntil(Math.min(examMs, this.durationMs));
    this.#show(false);
  }

  /** Does what a proctor may: an event that only comes by hand. */
  trigger(beat: string): void {
    this.#run.do({ by: 'proctor', gesture: { type: 'beat.triggered', v: 1, d: { beat } } });
    this.#show(true);
  }

  #show(told: boolean, facts: readonly Fact[] = []): void {
    const desk = this.#desk;
    if (!desk) return;
    const fresh = this.#run.log.slice(this.#shown);
    const read = fresh.map((entry, at) => withFacts(entry, this.#shown + at, facts));
    this.#shown = this.#run.log.length;
    for (const entry of fresh) {
      const seen = seenOnDesk(entry);
      if (seen) desk.advance(Math.max(0, entry.t - desk.clock.examMs()));
      if (seen === 'fact')
        for (const gesture of this.#start.gesturesOf(entry.d as Fact, desk))
          desk.receive({ by: 'candidate', ...gesture });
      if (seen !== 'event') continue;
      const { t: _t, wall: _wall, ...event } = entry;
      desk.receive(event);
      if (told) this.#start.onarrival(entry);
    }
    this.#t = Math.min(this.durationMs, examTime(this.#run.state.clock, this.#run.wall));
    desk.advance(Math.max(0, this.#t - desk.clock.examMs()));
    if (fresh.length === 0) return;
    this.#entries = [...this.#entries, ...read];
    this.#revision++;
  }
}

/** What an entry of the engine's is for the desk: an event of the script, or a fact of the candidate played before. */
const seenOnDesk = (entry: EntryDraft): 'event' | 'fact' | null =>
  entry.by === 'script' ? 'event' : entry.type === 'simulated.fact' ? 'fact' : null;

/** What evidence looks at: the facts of the author's own gestures, and those of the recorded run before them. */
function withFacts(entry: EntryDraft, n: number, facts: readonly Fact[]): EntryWithFacts {
  const own =
    entry.type === 'simulated.fact'
      ? completeFacts([entry.d as Fact])
      : entry.by === 'candidate'
        ? facts
        : [];
  return { n, t: entry.t, type: entry.type, d: entry.d, facts: own };
}
