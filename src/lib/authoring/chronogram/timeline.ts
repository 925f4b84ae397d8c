import { issueReached, productionReceived } from '../../engine/events';
import type { EntryDraft } from '../../log/entry';
import type { Fact } from '../../log/facts';
import type { CompiledScenario } from '../../scenario/compiled';
import { examMs } from '../../scenario/compile-values';
import { kindOf } from '../../scenario/content-of';
import { cueWords } from '../../scenario/cue-words';
import type { ScenarioSource } from '../../scenario/format';
import { titleOf } from '../../scenario/title-of';
import { laneOf, type LaneId } from './lanes';
import { spansOf, type Span } from './spans';

/** Something on the chronogramme, with where it stands in time. */
export interface Mark {
  /** `event:x`, `task:x`, `hand:x/y`, `fact:3`: unique. */
  readonly key: string;
  readonly lane: LaneId;
  readonly title: string;
  /** What starts it, in French; empty for what needs no word. */
  readonly cue: string;
  readonly atMs: number;
  readonly spans: readonly Span[];
  /** The event of the script that it is, by its position in `deroule`. */
  readonly event: { readonly id: string; readonly index: number } | null;
  /** Happens only because of what the run did: drawn dashed. */
  readonly conditional: boolean;
  /** Written with an hour: may be dragged to another. */
  readonly movable: boolean;
  /** How it ended in this run, in the format's word; `null` when it did not. */
  readonly outcome: string | null;
  readonly shape: 'event' | 'deadline' | 'hand-in' | 'act';
}

/** An event of the script that this run never brought. */
export interface Unfired {
  readonly id: string;
  readonly index: number;
  readonly lane: LaneId;
  readonly title: string;
  readonly cue: string;
  readonly manual: boolean;
}

export interface Timeline {
  readonly durationMs: number;
  /** In the order of time. */
  readonly marks: readonly Mark[];
  readonly unfired: readonly Unfired[];
}

/** The chronogramme of one run of a scenario. `source` is what `compiled` was made of. */
export function timelineOf(
  compiled: CompiledScenario,
  source: ScenarioSource,
  log: readonly EntryDraft[]
): Timeline {
  const spans = spansOf(compiled, log);
  const outcomes = new Map(
    log.flatMap((entry) => (issueReached.is(entry) ? [[entry.d.beat, entry.d.issue] as const] : []))
  );
  const events = source.deroule.map((event, index) => {
    const lane = laneOf(kindOf(event));
    const own = spans.get(event.id) ?? [];
    const base = { lane, title: titleOf(event, source), cue: cueWords(event) };
    return { event, index, own, base };
  });
  const marks: Mark[] = events
    .filter(({ own }) => own.length > 0)
    .map(({ event, index, own, base }) => ({
      ...base,
      key: `event:${event.id}`,
      atMs: own[0]!.fromMs,
      spans: own,
      event: { id: event.id, index },
      conditional: event.a === undefined,
      movable: event.a !== undefined,
      outcome: outcomes.get(event.id) ?? null,
      shape: 'event'
    }));
  return {
    durationMs: compiled.durationMs,
    marks: [...marks, ...taskMarks(compiled, outcomes), ...candidateMarks(compiled, log)].sort(
      (a, b) => a.atMs - b.atMs
    ),
    unfired: events
      .filter(({ own }) => own.length === 0)
      .map(({ event, index, base }) => ({ id: event.id, index, ...base, manual: event.manuel === true }))
  };
}

const plain = { event: null, conditional: false, movable: false, spans: [] } as const;

function taskMarks(compiled: CompiledScenario, outcomes: ReadonlyMap<string, string>): readonly Mark[] {
  return compiled.tasks.flatMap(({ id, title, beat, deadlineMs }): readonly Mark[] =>
    deadlineMs === undefined
      ? []
      : [
          {
            ...plain,
            key: `task:${id}`,
            lane: 'task',
            title,
            cue: 'échéance',
            atMs: deadlineMs,
            outcome: outcomes.get(beat) ?? null,
            shape: 'deadline'
          }
        ]
  );
}

function candidateMarks(compiled: CompiledScenario, log: readonly EntryDraft[]): readonly Mark[] {
  const titles = new Map(
    compiled.tasks.flatMap((task) =>
      task.productions.map((production) => [`${task.id}/${production.id}`, production.title] as const)
    )
  );
  return log.flatMap((entry, index): readonly Mark[] => {
    if (entry.type === 'simulated.fact')
      return [
        {
          ...plain,
          key: `fact:${index}`,
          lane: 'candidate',
          title: (entry.d as Fact).fait,
          cue: '',
          atMs: entry.t,
          outcome: null,
          shape: 'act'
        }
      ];
    if (!productionReceived.is(entry)) return [];
    const { task, production, late } = entry.d;
    return [
      {
        ...plain,
        key: `hand:${index}`,
        lane: 'task',
        title: titles.get(`${task}/${production}`) ?? production,
        cue: 'remise',
        atMs: entry.t,
        outcome: late ? 'rendue_tard' : 'rendue',
        shape: 'hand-in'
      }
    ];
  });
}

/** An exam instant as the format writes it: `"00:05"`, `"00:05:30"`. */
export function examHour(ms: number): string {
  const seconds = Math.round(ms / 1000);
  const two = (value: number) => String(value).padStart(2, '0');
  const hour = `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}`;
  return seconds % 60 ? `${hour}:${two(seconds % 60)}` : hour;
}

/** The hour of an event moved by some minutes, kept inside the exam; a whole minute. */
export function movedHour(hour: string, minutes: number, durationMs: number): string {
  const to = Math.round(examMs(hour) / 60_000) + minutes;
  return examHour(Math.min(Math.max(0, to), Math.floor(durationMs / 60_000) - 1) * 60_000);
}
