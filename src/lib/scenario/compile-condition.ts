import type { BeatConfig, BeatTest, BeatTransition, CompiledBeat, FactTest } from './compiled';
import { BEAT_EVENTS, when } from './beat-events';
import { compilePattern } from './compile-pattern';
import { durationMs, examMs, listOf } from './compile-values';
import { delayName } from './delay-name';
import { shapeOf, type Absence, type Condition, type Outcome } from './format-cue';
import type { Scope } from './scope';

/** One thing to wait for. `times` is how often it must come. */
type Leaf =
  | { readonly of: 'fact'; readonly test: FactTest; readonly times: number }
  | { readonly of: 'outcome'; readonly test: BeatTest; readonly times: 1 }
  | { readonly of: 'time'; readonly ms: number; readonly times: 1 };

type Tree = { readonly leaf: number } | { readonly all: readonly Tree[] } | { readonly any: readonly Tree[] };

/** How far each leaf has come. */
type Progress = readonly number[];

/** The waiting states of a condition: one per way of being half fulfilled, so that every way can be walked and proved. */
export interface Waiting {
  readonly states: Readonly<
    Record<
      string,
      { readonly on: Record<string, readonly BeatTransition[]>; readonly after?: Record<string, string> }
    >
  >;
}

/** Beat of an outcome: the event itself, or the one that watches a task. */
export const outcomeTest = (outcome: Outcome): BeatTest => ({
  is: 'issue',
  beat: 'tache' in outcome ? `tache:${outcome.tache}` : outcome.evenement,
  issues: outcome.issue === undefined ? null : listOf<string>(outcome.issue)
});

/** Identifier of the hidden beat that watches for the absence number `index` (from 1) of an event's condition. */
export const absenceBeat = (event: string, index: number): string => `veille:${event}:${index}`;

class Reader {
  readonly leaves: Leaf[] = [];
  readonly absences: Absence[] = [];

  constructor(
    private readonly event: string,
    private readonly scope: Scope
  ) {}

  read(cue: Condition): Tree {
    const shape = shapeOf(cue);
    switch (shape.of) {
      case 'all':
        return { all: shape.parts.map((part) => this.read(part)) };
      case 'any':
        return { any: shape.parts.map((part) => this.read(part)) };
      case 'fact':
        return this.#leaf({ of: 'fact', test: compilePattern(shape.pattern, this.scope), times: 1 });
      case 'times':
        return this.#leaf({
          of: 'fact',
          test: compilePattern(shape.pattern, this.scope),
          times: shape.times
        });
      case 'hour':
        return this.#leaf({ of: 'time', ms: examMs(shape.hour), times: 1 });
      case 'outcome':
        return this.#leaf({ of: 'outcome', test: outcomeTest(shape.outcome), times: 1 });
      case 'absence': {
        const beat = absenceBeat(this.event, this.absences.push(shape.absence));
        return this.#leaf({ of: 'outcome', test: { is: 'issue', beat, issues: ['absence'] }, times: 1 });
      }
    }
  }

  #leaf(leaf: Leaf): Tree {
    return { leaf: this.leaves.push(leaf) - 1 };
  }
}

const fulfilled = (tree: Tree, leaves: readonly Leaf[], progress: Progress): boolean =>
  'leaf' in tree
    ? progress[tree.leaf]! >= leaves[tree.leaf]!.times
    : 'all' in tree
      ? tree.all.every((part) => fulfilled(part, leaves, progress))
      : tree.any.some((part) => fulfilled(part, leaves, progress));

const nameOf = (progress: Progress): string =>
  progress.every((count) => count === 0) ? 'waiting' : `waiting:${progress.join('_')}`;

/** Every subset of a few things, the largest first. */
function subsets<T>(items: readonly T[]): readonly (readonly T[])[] {
  const all = items.reduce<readonly (readonly T[])[]>(
    (sets, item) => [...sets, ...sets.map((set) => [...set, item])],
    [[]]
  );
  return all.filter((set) => set.length > 0).toSorted((a, b) => b.length - a.length);
}

/** Compiles a condition into waiting states that lead to `next`. */
export function waitingStates(event: string, cue: Condition, next: string, scope: Scope): Waiting['states'] {
  const reader = new Reader(event, scope);
  const tree = reader.read(cue);
  const { leaves } = reader;
  const states: Record<string, Waiting['states'][string]> = {};
  const target = (progress: Progress) => (fulfilled(tree, leaves, progress) ? next : nameOf(progress));
  const queue: Progress[] = [leaves.map(() => 0)];
  for (const progress of queue) {
    if (states[nameOf(progress)]) continue;
    const advance = (which: readonly number[]): Progress => {
      const onward = progress.map((count, index) => count + (which.includes(index) ? 1 : 0));
      if (!fulfilled(tree, leaves, onward)) queue.push(onward);
      return onward;
    };
    const pending = leaves.flatMap((leaf, index) => (progress[index]! < leaf.times ? [{ leaf, index }] : []));
    const byType = Map.groupBy(pending, ({ leaf }) =>
      leaf.of === 'fact' ? leaf.test.fact : leaf.of === 'outcome' ? BEAT_EVENTS.issue : ''
    );
    const on: Record<string, readonly BeatTransition[]> = {};
    const after: Record<string, string> = {};
    for (const [type, group] of byType) {
      if (type === '') {
        const times = Map.groupBy(group, ({ leaf }) => (leaf.of === 'time' ? leaf.ms : 0));
        for (const [ms, due] of times)
          after[delayName({ kind: 'at', ms })] = target(advance(due.map(({ index }) => index)));
      } else
        on[type] = subsets(group).map((set) => {
          const tests = set.map(({ leaf }) => testOf(leaf));
          return when(
            tests.length === 1 ? tests[0]! : { is: 'all', tests },
            target(advance(set.map(({ index }) => index)))
          );
        });
    }
    states[nameOf(progress)] = { on, ...(Object.keys(after).length > 0 && { after }) };
  }
  return states;
}

const testOf = (leaf: Leaf): BeatTest =>
  leaf.of === 'fact'
    ? { is: 'fact', test: leaf.test }
    : leaf.of === 'outcome'
      ? leaf.test
      : { is: 'all', tests: [] };

/** The hidden beats that watch for the absences of a condition. */
export function watchBeats(event: string, cue: Condition | undefined, scope: Scope): readonly CompiledBeat[] {
  if (!cue) return [];
  const reader = new Reader(event, scope);
  reader.read(cue);
  return reader.absences.map((absence, index) => {
    const id = absenceBeat(event, index + 1);
    return { id, kind: 'watch', title: id, cue: '', key: '', config: watchConfig(id, absence, scope) };
  });
}

function watchConfig(id: string, absence: Absence, scope: Scope): BeatConfig {
  const test = compilePattern(absence.absence, scope);
  const since = absence.depuis;
  const over = { [BEAT_EVENTS.end]: [{ target: 'over' }] };
  const final = (issue: string) =>
    ({ type: 'final', entry: [{ type: 'effect', params: { do: 'issue', issue } }] }) as const;
  const armed = {
    on: { [test.fact]: [when({ is: 'fact', test }, 'seen')], ...over },
    after: { [delayName({ kind: 'for', ms: durationMs(absence.pendant) })]: 'absent' }
  };
  return {
    id,
    initial: since === undefined ? 'armed' : 'idle',
    states: {
      ...(typeof since === 'string' && {
        idle: { on: over, after: { [delayName({ kind: 'at', ms: examMs(since) })]: 'armed' } }
      }),
      ...(typeof since === 'object' && {
        idle: { on: { [BEAT_EVENTS.issue]: [when(outcomeTest(since), 'armed')], ...over } }
      }),
      armed,
      seen: final('present'),
      absent: final('absence'),
      over: final('sans_objet')
    }
  };
}
