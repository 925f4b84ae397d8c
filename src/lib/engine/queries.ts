import type { BeatKind, CompiledScenario } from '../scenario/compiled';
import { wallTime } from './clock';
import type { EngineState } from './state';

/** Where a sitting is: the same words as `sitting/wire.ts`. */
export type SittingPhase = 'identity' | 'familiarisation' | 'ready' | 'running' | 'paused' | 'over';

/** The exam clock for screens: the shape of `ClockState` in `sitting/wire.ts`. */
export interface ClockView {
  readonly t: number;
  readonly at: number;
  readonly running: boolean;
  readonly rate: number;
  readonly pace?: number;
  readonly endMs: number;
  readonly heldUntil: number | null;
}

export type TaskIssue = 'attendue' | 'rendue' | 'en_retard' | 'rendue_tard' | 'non_rendue';

export interface TaskView {
  readonly id: string;
  readonly title: string;
  readonly deadlineMs: number | null;
  readonly issue: TaskIssue;
  readonly productions: readonly {
    readonly id: string;
    readonly title: string;
    readonly kind: string;
    /** Exam time of the first and last hand-in, `null` while there is none. */
    readonly receivedMs: number | null;
    readonly lastMs: number | null;
    readonly late: boolean;
  }[];
}

/** A beat on the proctor's board. */
export interface BeatView {
  readonly id: string;
  readonly kind: Exclude<BeatKind, 'task' | 'watch'>;
  readonly title: string;
  readonly cue: string;
  /** `waiting` may be triggered or skipped; `due` is scheduled at `dueMs`; `live` is ringing or talking; `done` is over. */
  readonly status: 'waiting' | 'due' | 'live' | 'done';
  readonly dueMs: number | null;
  readonly issue: string | null;
}

/** Wall instant at which the engine must be woken; `null` while the clock is stopped or nothing is due. */
export function nextDueWall(state: EngineState): number | null {
  const due = state.dues[0];
  return due && state.started ? wallTime(state.clock, due.at) : null;
}

export function clockOf(state: EngineState): ClockView {
  const { t, at, running, rate, heldUntil } = state.clock;
  const { endMs, pace } = state;
  return { t, at, running, rate: rate.num / rate.den, ...(pace && { pace }), endMs, heldUntil };
}

export function phaseOf(state: EngineState): SittingPhase {
  if (state.ended) return 'over';
  if (state.started) return state.clock.running ? 'running' : 'paused';
  if (!state.identity) return 'identity';
  return state.familiarised ? 'ready' : 'familiarisation';
}

/** Tasks with what was handed in, in the order of the subject. */
export function tasksOf(compiled: CompiledScenario, state: EngineState): readonly TaskView[] {
  return compiled.tasks.map((task) => {
    const receipts = state.receipts[task.id] ?? {};
    return {
      id: task.id,
      title: task.title,
      deadlineMs: task.deadlineMs ?? null,
      issue: (state.issues[task.beat]?.at(-1) ?? 'attendue') as TaskIssue,
      productions: task.productions.map(({ id, title, kind }) => ({
        id,
        title,
        kind,
        receivedMs: receipts[id]?.firstMs ?? null,
        lastMs: receipts[id]?.lastMs ?? null,
        late: receipts[id]?.late ?? false
      }))
    };
  });
}

/** States in which somebody is at the candidate's desk, or waits for an answer. */
const LIVE = /^(arrived|impatient|nudged|line:|silence:|held:|back:)/;

/** Scripted events for the proctor's board, in the order of the script. */
export function beatsOf(compiled: CompiledScenario, state: EngineState): readonly BeatView[] {
  return compiled.beats.flatMap((beat) => {
    if (beat.kind === 'task' || beat.kind === 'watch') return [];
    const place = state.beats[beat.id]?.state ?? beat.config.initial;
    const due = state.dues.find((pending) => pending.beat === beat.id);
    const done = beat.config.states[place]?.type === 'final';
    const live = state.conversation?.beat === beat.id || beat.id in state.held || LIVE.test(place);
    return [
      {
        id: beat.id,
        kind: beat.kind,
        title: beat.title,
        cue: beat.cue,
        status: done ? 'done' : live ? 'live' : due ? 'due' : 'waiting',
        dueMs: live || done ? null : (due?.at ?? null),
        issue: state.issues[beat.id]?.at(-1) ?? null
      } as const
    ];
  });
}
