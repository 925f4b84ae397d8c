import type { EntryDraft, Gesture } from '../log/entry';
import { handInFrozen, type FrozenFile } from '../log/hand-in-frozen';
import type { CompiledScenario, CompiledTask } from '../scenario/compiled';
import type { EngineState } from './state';

/** A deliverable as the desk may look for it. */
export interface Deliverable {
  readonly task: string;
  readonly id: string;
  /** In the author's words: `texte`, `tableur`… */
  readonly kind: string;
}

/**
 * What the candidate has made that could be a deliverable, on the desk as it stands after `written`: entries decided now
 * and not in the log yet. The engine knows no desk: whoever has one gives this.
 */
export type FilesAt = (written: readonly EntryDraft[], deliverable: Deliverable) => readonly FrozenFile[];

/** For a sitting without a desk: recorded runs and simulated candidates make no file. */
export const noFiles: FilesAt = () => [];

/** Outcomes of a task at which what was not handed in is kept. */
const CAUSES: Readonly<Record<string, 'deadline' | 'end'>> = { en_retard: 'deadline', non_rendue: 'end' };

/** Tasks that an event of the script gives: until then, the candidate does not know of them. */
export const givenOnTheWay = ({ beats }: CompiledScenario): ReadonlySet<string> =>
  new Set(
    beats.flatMap(({ config }) =>
      Object.values(config.states).flatMap(({ entry = [] }) =>
        entry.flatMap(({ params }) => (params.do === 'task' ? [params.task.id] : []))
      )
    )
  );

/** Deliverables of a task that are files, and that nobody has handed in. */
function missing(task: CompiledTask, state: EngineState): readonly Deliverable[] {
  const received = state.receipts[task.id] ?? {};
  return task.productions.flatMap(({ id, kind, test }) =>
    test.fact === 'document.remis' && !received[id] ? [{ task: task.id, id, kind }] : []
  );
}

/**
 * What a task that comes to an outcome keeps for the jury, or `null`: once only, at its deadline, or at the end of the
 * exam when its deadline has not come or it has none.
 */
export function frozenBy(
  task: CompiledTask,
  issue: string,
  state: EngineState,
  files: (deliverable: Deliverable) => readonly FrozenFile[]
): Gesture | null {
  const cause = CAUSES[issue];
  const deliverables = cause && !state.frozen.includes(task.id) ? missing(task, state) : [];
  if (!cause || deliverables.length === 0) return null;
  return handInFrozen({
    task: task.id,
    cause,
    deliverables: deliverables.map((deliverable) => ({
      deliverable: deliverable.id,
      files: [...files(deliverable)]
    }))
  });
}
