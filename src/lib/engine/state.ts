import type { EntryDraft } from '../log/entry';
import type { DeskEvent } from '../log/entry';
import { handInFrozen } from '../log/hand-in-frozen';
import { letterContentRevealed, taskGiven } from '../log/script-world';
import { hold, run, stop, stoppedClock, type Clock } from './clock';
import * as events from './events';

/** Something due, at an exam time. The list is sorted by (`at`, `order`). */
export interface Due {
  readonly due: string;
  readonly beat: string;
  readonly event: string;
  readonly at: number;
  readonly order: number;
}

export interface Receipt {
  /** Exam time of the first and of the last hand-in. */
  readonly firstMs: number;
  readonly lastMs: number;
  /** The first one came after the deadline. */
  readonly late: boolean;
}

/** Everything the engine knows of a sitting: plain JSON, a fold of its log. */
export interface EngineState {
  readonly scenario: string;
  readonly engine: string;
  readonly seed: string;
  readonly endMs: number;
  /** How many times faster than an exam a rehearsal runs. */
  readonly pace?: number;
  /** Exam time of the last entry. */
  readonly t: number;
  readonly clock: Clock;
  readonly identity: boolean;
  readonly familiarised: boolean;
  readonly started: boolean;
  readonly ended: 'time' | 'proctor' | 'candidate' | null;
  readonly pauseCause: string | null;
  readonly beats: Readonly<Record<string, BeatPlace>>;
  readonly dues: readonly Due[];
  /** Next tie-breaking number. */
  readonly order: number;
  readonly conversation: { readonly beat: string; readonly call: string } | null;
  /** Calls that wait on hold, by beat. */
  readonly held: Readonly<Record<string, string>>;
  /** How many entries of the script the desk has been shown: numbers what one event says more than once. */
  readonly shown: number;
  /** Pieces of post whose content has been told; absent until the first. */
  readonly revealed?: readonly string[];
  /** Outcomes reached by each beat, oldest first. */
  readonly issues: Readonly<Record<string, readonly string[]>>;
  /** By task, then production. */
  readonly receipts: Readonly<Record<string, Readonly<Record<string, Receipt>>>>;
  /** Tasks given on the way, and tasks of which what was not handed in has been kept. */
  readonly given: readonly string[];
  readonly frozen: readonly string[];
}
export interface BeatPlace {
  readonly state: string;
  readonly mail?: string;
  readonly call?: string;
}

/** State before `sitting.opened`. */
export const unopened: EngineState = {
  scenario: '',
  engine: '',
  seed: '',
  endMs: 0,
  t: 0,
  clock: stoppedClock({ num: 1, den: 1 }),
  identity: false,
  familiarised: false,
  started: false,
  ended: null,
  pauseCause: null,
  beats: {},
  dues: [],
  order: 0,
  conversation: null,
  held: {},
  shown: 0,
  issues: {},
  receipts: {},
  given: [],
  frozen: []
};

/** What the fold reads of an entry: numbered or not yet. */
export type Folded = Pick<EntryDraft, 't' | 'wall' | 'type' | 'd' | 'by' | 'v'>;

const withoutDue = (state: EngineState, due: string): readonly Due[] =>
  state.dues.filter((item) => item.due !== due);

const without = <T>(record: Readonly<Record<string, T>>, key: string): Readonly<Record<string, T>> =>
  Object.fromEntries(Object.entries(record).filter(([name]) => name !== key));

/** Next state after an entry. Folds, never decides; ignores what is not the engine's. */
export function evolve(state: EngineState, entry: Folded): EngineState {
  const next = change(entry.by === 'script' ? { ...state, shown: state.shown + 1 } : state, entry, entry);
  return next.t === entry.t ? next : { ...next, t: Math.max(next.t, entry.t) };
}

function change(state: EngineState, entry: Folded, event: DeskEvent): EngineState {
  if (events.beatMoved.is(event)) {
    const { beat, to, mail, call } = event.d;
    const place: BeatPlace = {
      ...state.beats[beat],
      state: to,
      ...(mail !== undefined && { mail }),
      ...(call !== undefined && { call })
    };
    return { ...state, beats: { ...state.beats, [beat]: place } };
  }
  if (events.dueAdded.is(event)) {
    const added = event.d;
    const index = state.dues.findIndex(
      (due) => due.at > added.at || (due.at === added.at && due.order > added.order)
    );
    const dues = state.dues.toSpliced(index < 0 ? state.dues.length : index, 0, added);
    return { ...state, dues, order: Math.max(state.order, added.order + 1) };
  }
  if (events.dueCancelled.is(event) || events.dueFired.is(event))
    return { ...state, dues: withoutDue(state, event.d.due) };
  if (events.issueReached.is(event)) {
    const { beat, issue } = event.d;
    return { ...state, issues: { ...state.issues, [beat]: [...(state.issues[beat] ?? []), issue] } };
  }
  if (letterContentRevealed.is(event))
    return { ...state, revealed: [...(state.revealed ?? []), event.d.letter] };
  if (events.conversationOpened.is(event))
    return { ...state, conversation: event.d, held: without(state.held, event.d.beat) };
  if (events.conversationHeld.is(event))
    return { ...state, conversation: null, held: { ...state.held, [event.d.beat]: event.d.call } };
  if (events.conversationReleased.is(event)) return { ...state, held: without(state.held, event.d.beat) };
  if (events.conversationClosed.is(event)) return { ...state, conversation: null };
  if (taskGiven.is(event)) return { ...state, given: [...state.given, event.d.task.id] };
  if (handInFrozen.is(event)) return { ...state, frozen: [...state.frozen, event.d.task] };
  if (events.productionReceived.is(event)) {
    const { task, production, late } = event.d;
    const known = state.receipts[task]?.[production];
    const receipt = known ? { ...known, lastMs: entry.t } : { firstMs: entry.t, lastMs: entry.t, late };
    return {
      ...state,
      receipts: { ...state.receipts, [task]: { ...state.receipts[task], [production]: receipt } }
    };
  }
  return changePhase(state, entry, event);
}

function changePhase(state: EngineState, entry: Folded, event: DeskEvent): EngineState {
  const { t, wall } = entry;
  if (events.sittingOpened.is(event)) {
    const { rate, ...opening } = event.d;
    return { ...unopened, ...opening, clock: stoppedClock(rate) };
  }
  if (events.identityConfirmed.is(event)) return { ...state, identity: true };
  if (events.familiarisationFinished.is(event)) return { ...state, familiarised: true };
  if (events.familiarisationResumed.is(event)) return { ...state, familiarised: false };
  if (events.clockStarted.is(event)) {
    const late = Math.min(event.d.lateMs ?? 0, state.endMs);
    return { ...state, started: true, clock: run({ ...state.clock, t: late }, wall) };
  }
  if (events.clockPaused.is(event))
    return { ...state, pauseCause: event.d.cause, clock: stop(state.clock, wall, t) };
  if (events.clockResumed.is(event)) return { ...state, pauseCause: null, clock: run(state.clock, wall) };
  if (events.clockCredited.is(event)) return { ...state, clock: hold(state.clock, wall, t, event.d.ms) };
  if (events.sittingEnded.is(event))
    return {
      ...state,
      ended: event.d.cause,
      pauseCause: null,
      dues: [],
      clock: { ...stop(state.clock, wall, t), owedMs: 0 }
    };
  return state;
}
