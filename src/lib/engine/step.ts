import { DomainError } from '../kernel/domain-error';
import { seededInteger } from '../kernel/random';
import type { Author, EntryDraft, Gesture } from '../log/entry';
import type { Fact } from '../log/facts';
import { phoneEnded, phoneSaid } from '../log/script-events';
import { letterContentRevealed } from '../log/script-world';
import { BEAT_EVENTS } from '../scenario/beat-events';
import { matchesFact, matchesValue } from '../scenario/match';
import { hearingMs } from '../scenario/silence';
import { moveBeat, type BeatEvent, type BeatMove, type RunnableBeat, type RunnableScenario } from './beat';
import { examTime } from './clock';
import { checkControl, CONTROLS } from './control';
import { effectEntries, type Written } from './effects';
import * as events from './events';
import { frozenBy, noFiles, type FilesAt } from './freeze';
import { isMine } from './is-mine';
import { evolve, type EngineState } from './state';

/** Bump when the same inputs would no longer give the same log. Pinned by `sitting.opened`. */
export const ENGINE_VERSION = 'plateau-3';

/** What wakes the engine: the ticker, or something that somebody did (a control of `engine/events.ts` or an app's gesture with its facts). */
export type StepInput =
  | { readonly tick: true }
  | { readonly by: Author; readonly gesture: Gesture; readonly facts?: readonly Fact[] };

/** Most moves at one instant; beyond, beats are answering each other without end. */
const MOST_STEPS = 500;

/** The beat of a conversation with an answering machine, and what tells it to stop listening. */
const NOBODY = 'repondeur';
const STOPS = 'stops-listening';
/** How long a machine listens to nothing, once its sentence is heard: a message is typed here, not spoken. */
const LISTENS_MS = 60_000;

type Signal = Omit<BeatEvent, 't' | 'lineFree' | 'mine'>;

/**
 * Decides what follows an input at a wall instant, and returns the entries to append, the input's own included. Fires
 * every due entry that has come, each dated at its own instant, before the input; ties by order of scheduling. Pure.
 * `filesAt` tells what the candidate has made, for the copies kept at a deadline.
 * @throws DomainError `sitting.not-opened`, and the codes of `checkControl`
 */
export function step(
  scenario: RunnableScenario,
  state: EngineState,
  input: StepInput,
  wall: number,
  filesAt: FilesAt = noFiles
): EntryDraft[] {
  return new Step(scenario, state, wall, filesAt).take(input);
}

class Step {
  readonly #out: EntryDraft[] = [];
  readonly #queue: Signal[] = [];
  #now: number;
  #steps = 0;
  #stepsAt = -1;

  constructor(
    private readonly scenario: RunnableScenario,
    private state: EngineState,
    private readonly wall: number,
    private readonly filesAt: FilesAt
  ) {
    this.#now = state.t;
  }

  take(input: StepInput): EntryDraft[] {
    if ('tick' in input) {
      this.#advance();
      return this.#out;
    }
    const { by, gesture, facts = [] } = input;
    if (this.state.engine) this.#advance();
    checkControl(this.scenario, this.state, gesture);
    this.#write({ by, ...gesture });
    if (CONTROLS.has(gesture.type)) this.#control(gesture);
    else if (this.state.started && !this.state.ended) for (const fact of facts) this.#fact(fact);
    this.#drain();
    if (this.state.engine) this.#fireUntil(this.#now);
    return this.#out;
  }

  #write(written: Written): void {
    const entry: EntryDraft = { t: this.#now, wall: this.wall, ...written };
    this.#out.push(entry);
    this.state = evolve(this.state, entry);
  }
  #decide(gesture: Gesture): void {
    this.#write({ by: 'system', ...gesture });
  }

  #advance(): void {
    const target = this.state.ended
      ? this.state.t
      : Math.min(this.state.endMs, Math.max(this.state.t, examTime(this.state.clock, this.wall)));
    this.#fireUntil(target);
    this.#now = Math.max(this.#now, target);
  }

  #fireUntil(target: number): void {
    for (
      let due = this.state.dues[0];
      due && due.at <= target && this.state.started;
      due = this.state.dues[0]
    ) {
      this.#now = Math.max(this.#now, due.at);
      this.#decide(events.dueFired({ due: due.due }));
      if (due.event === STOPS) this.#machineEnds();
      else if (due.beat) this.#send(this.scenario.beats.get(due.beat), { type: due.event });
      else this.#end();
      this.#drain();
    }
  }

  #end(): void {
    this.#decide(events.sittingEnded({ cause: 'time' }));
    this.#queue.push({ type: BEAT_EVENTS.end });
  }

  #control(gesture: Gesture): void {
    const event = { ...gesture, by: 'system', t: this.#now } as const;
    if (events.sittingOpened.is(event)) {
      this.#schedule('end', '', BEAT_EVENTS.end, event.d.endMs);
      for (const runnable of this.scenario.beats.values())
        this.#apply(runnable, null, runnable.start, { type: 'opening' });
    } else if (events.clockStarted.is(event)) this.#advance();
    else if (events.sittingEnded.is(event)) this.#queue.push({ type: BEAT_EVENTS.end });
    else if (events.beatTriggered.is(event))
      this.#send(this.scenario.beats.get(event.d.beat), { type: BEAT_EVENTS.triggered });
    else if (events.beatSkipped.is(event))
      this.#send(this.scenario.beats.get(event.d.beat), { type: BEAT_EVENTS.skipped });
  }

  #fact(fact: Fact): void {
    const wasFree = this.state.conversation === null;
    if (fact.fait === 'pli.ouvert') this.#reveal(fact);
    this.#productions(fact);
    this.#broadcast({ type: fact.fait, fact });
    if (fact.fait === 'appel.passe') this.#unanswered(fact, wasFree && this.state.conversation === null);
    else if (this.state.conversation?.beat === NOBODY) this.#toMachine(fact);
  }

  /** What was sealed is told to who opens it: once, and only if it has come. */
  #reveal(fact: Fact): void {
    const { pli: letter } = fact;
    const found = this.scenario.compiled.letters?.find(({ key }) => key === letter);
    if (!found || this.state.revealed?.includes(found.key)) return;
    if (found.beat !== undefined && !this.state.issues[found.beat]?.includes('arrive')) return;
    const content = found.content.map((document) => ({ ...document }));
    this.#write({ by: 'script', ...letterContentRevealed({ letter: found.key, content }) });
  }

  /** Nobody of the script took a call of the candidate's: a machine answers, the line is engaged, or it rings in vain. */
  #unanswered(fact: Fact, free: boolean): void {
    const { appel: call, numero } = fact;
    if (typeof call !== 'string' || this.state.conversation?.call === call) return;
    const machine = this.scenario.compiled.answering?.find(({ numbers }) =>
      matchesValue(numero, { oneOf: numbers })
    );
    if (!free || !machine) {
      this.#write({ by: 'script', ...phoneEnded({ call, how: free ? 'missed' : 'busy' }) });
      return;
    }
    const { text, lang } = machine;
    this.#decide(events.conversationOpened({ beat: NOBODY, call }));
    const offer = { choices: [], typed: true, slip: false, transfer: false };
    this.#write({ by: 'script', ...phoneSaid({ call, text, lang, ...offer, machine: true }) });
    this.#schedule(`${NOBODY}|${STOPS}`, NOBODY, STOPS, this.#now + hearingMs(text) + LISTENS_MS);
  }

  /** What is said to a machine is a message left; then, or when the candidate hangs up, the line is free again. */
  #toMachine(fact: Fact): void {
    const call = this.state.conversation?.call ?? '';
    if (fact['appel'] !== call || (fact.fait !== 'appel.dit' && fact.fait !== 'appel.raccroche')) return;
    this.#decide(events.dueCancelled({ due: `${NOBODY}|${STOPS}` }));
    this.#machineEnds();
  }

  #machineEnds(): void {
    const call = this.state.conversation?.call ?? '';
    this.#write({ by: 'script', ...phoneEnded({ call, how: 'hung-up' }) });
    this.#decide(events.conversationClosed({}));
  }

  #productions(fact: Fact): void {
    for (const task of this.scenario.compiled.tasks) {
      const matched = task.productions.filter(({ test }) => matchesFact(fact, test, this.#now));
      for (const { id } of matched) {
        const late = task.deadlineMs !== undefined && this.#now >= task.deadlineMs;
        this.#decide(events.productionReceived({ task: task.id, production: id, late }));
      }
      const received = this.state.receipts[task.id] ?? {};
      if (matched.length && task.productions.every(({ id }) => received[id]))
        this.#queue.push({ type: BEAT_EVENTS.taskComplete, task: task.id });
    }
  }

  #drain(): void {
    for (let signal = this.#queue.shift(); signal; signal = this.#queue.shift()) this.#broadcast(signal);
  }

  #broadcast(signal: Signal): void {
    for (const runnable of this.scenario.listeners.get(signal.type) ?? []) this.#send(runnable, signal);
  }

  #send(runnable: RunnableBeat | undefined, signal: Signal): void {
    const place = runnable && this.state.beats[runnable.beat.id];
    if (!runnable || !place) return;
    const move = moveBeat(runnable, place.state, {
      ...signal,
      t: this.#now,
      lineFree: this.state.conversation === null,
      mine: isMine(runnable.beat, this.state, signal.fact)
    });
    if (move && this.#allowed()) this.#apply(runnable, place.state, move, signal);
  }

  /** Counts moves at one instant and cuts an endless exchange once, leaving what was due later untouched. */
  #allowed(): boolean {
    this.#steps = this.#stepsAt === this.#now ? this.#steps + 1 : 1;
    this.#stepsAt = this.#now;
    if (this.#steps === MOST_STEPS + 1) {
      this.#decide(events.loopCut({ steps: MOST_STEPS }));
      this.#queue.length = 0;
    }
    return this.#steps <= MOST_STEPS;
  }

  #apply(runnable: RunnableBeat, from: string | null, move: BeatMove, signal: Signal): void {
    const beat = runnable.beat.id;
    if (move.to !== from) {
      const { fact } = signal;
      const mail = fact?.fait === 'courriel.envoye' ? (fact['courriel'] ?? fact['id']) : undefined;
      const call = fact?.fait === 'appel.passe' ? fact['appel'] : undefined;
      this.#decide(
        events.beatMoved({
          beat,
          from,
          to: move.to,
          cause: signal.type,
          ...(typeof mail === 'string' && { mail }),
          ...(typeof call === 'string' && { call })
        })
      );
    }
    for (const item of move.orders) {
      if (item.order === 'cancel') {
        const due = `${beat}|${item.timer}`;
        if (this.state.dues.some((pending) => pending.due === due))
          this.#decide(events.dueCancelled({ due }));
      } else if (item.order === 'schedule') {
        const { delay } = item;
        const { seed } = this.state;
        let at = this.#now;
        if (delay.kind === 'at') at = Math.max(this.#now, delay.ms);
        else if (delay.kind === 'for') at += delay.ms;
        else at += seededInteger(delay.lowMs, delay.highMs, seed, beat, delay.lowMs, delay.highMs);
        this.#schedule(`${beat}|${item.timer}`, beat, item.timer, at);
      } else {
        for (const written of effectEntries(runnable.beat, this.state, item.effect)) this.#write(written);
        if (item.effect.do === 'issue') {
          const { issue } = item.effect;
          this.#freeze(beat, issue);
          this.#queue.push({ type: BEAT_EVENTS.issue, beat, issue });
        }
      }
    }
  }

  /** Keeps what a task that comes to an outcome has not received, when the candidate knows of it. */
  #freeze(beat: string, issue: string): void {
    const { compiled, givenOnTheWay } = this.scenario;
    const task = compiled.tasks.find((one) => one.beat === beat);
    if (!task || (givenOnTheWay.has(task.id) && !this.state.given.includes(task.id))) return;
    const kept = frozenBy(task, issue, this.state, (item) => this.filesAt(this.#out, item));
    if (kept) this.#write({ by: 'script', ...kept });
  }

  #schedule(due: string, beat: string, event: string, at: number): void {
    if (this.state.ended) return;
    this.#decide(events.dueAdded({ due, beat, event, at, order: this.state.order }));
  }
}

/** @throws DomainError `scenario.other-hash` when a sitting pins another scenario than the one given. */
export function requireScenario(state: EngineState, hash: string): void {
  if (state.scenario !== hash)
    throw new DomainError('scenario.other-hash', `the sitting pins ${state.scenario}, not ${hash}`);
}
