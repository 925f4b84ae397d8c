import { canonicalJson } from '../kernel/canonical-json';
import type { Fact } from '../log/facts';
import type { EntryDraft } from '../log/entry';
import type { RunnableScenario } from './beat';
import { CONTROLS } from './control';
import { engineEvents } from './events';
import { evolve, unopened, type EngineState, type Folded } from './state';
import { step, type StepInput } from './step';

/** State of the engine after a log: only folds, so that a change of the engine never rewrites a past exam. */
export const rebuild = (entries: Iterable<Folded>): EngineState => {
  let state = unopened;
  for (const entry of entries) state = evolve(state, entry);
  return state;
};

/** An input of a past log, with the facts that the applications see in it. */
export interface PastInput {
  readonly input: StepInput;
  readonly wall: number;
}

/** The entries of a log that were inputs: everything that the engine did not decide by itself. */
export function inputsOf(
  entries: readonly Folded[],
  factsOf: (entry: Folded) => readonly Fact[]
): readonly PastInput[] {
  return entries
    .filter((entry) => isInput(entry))
    .map((entry) => ({
      wall: entry.wall,
      input: { by: entry.by, gesture: { type: entry.type, v: entry.v, d: entry.d }, facts: factsOf(entry) }
    }));
}

/** Types that only the engine writes, of its own accord. */
const DECIDED: ReadonlySet<string> = new Set(
  engineEvents.map(({ type }) => type).filter((type) => !CONTROLS.has(type))
);

function isInput(entry: Folded): boolean {
  if (entry.by === 'script' || DECIDED.has(entry.type)) return false;
  return entry.type !== 'sitting.ended' || (entry.d as { cause: string }).cause !== 'time';
}

/**
 * Decides a log again from its inputs alone. A check for audits, with the same engine version only: returns the first
 * place where the decisions differ (wall clocks aside), or `null` when the log is what the engine would decide.
 */
export function findDifference(
  scenario: RunnableScenario,
  entries: readonly Folded[],
  factsOf: (entry: Folded) => readonly Fact[]
): number | null {
  const again: EntryDraft[] = [];
  let state = unopened;
  const lastWall = entries.at(-1)?.wall ?? 0;
  const inputs = [...inputsOf(entries, factsOf), { input: { tick: true } as const, wall: lastWall }];
  for (const { input, wall } of inputs) {
    const decided = step(scenario, state, input, wall);
    for (const entry of decided) state = evolve(state, entry);
    again.push(...decided);
  }
  const length = Math.max(entries.length, again.length);
  for (let index = 0; index < length; index++) {
    const left = entries[index];
    const right = again[index];
    if (!left || !right || essence(left) !== essence(right)) return index;
  }
  return null;
}

/** What two logs must agree on: everything but the wall clock. */
export const essence = ({ t, type, v, by, d }: Folded): string => canonicalJson({ t, type, v, by, d });
