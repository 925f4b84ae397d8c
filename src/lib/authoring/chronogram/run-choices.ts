import { runnable } from '../../engine/beat';
import { playRun } from '../../engine/recorded-run';
import type { EntryDraft } from '../../log/entry';
import { runSchema, type RunSource } from '../../scenario/format-run';
import { scopeOf } from '../../scenario/scope';
import type { Draft, DraftScript } from '../document/draft.svelte';

/** A candidate that the chronogramme may be drawn for. */
export interface RunChoice {
  /** `sans-rien-faire`, or the name of a file of `parcours/`. */
  readonly name: string;
  readonly title: string;
  readonly run: RunSource;
}

const IDLE: RunSource = { format: 1, titre: 'Candidat qui ne fait rien', etapes: [] };

/** The idle candidate, then the recorded runs that can be read. */
export function runChoices(draft: Draft): readonly RunChoice[] {
  const recorded = Object.keys(draft.files)
    .filter((file) => file.startsWith('parcours/'))
    .sort()
    .flatMap((file): readonly RunChoice[] => {
      const parsed = runSchema.safeParse(draft.yaml(file).value);
      const name = file.replace(/^parcours\/|\.ya?ml$/g, '');
      return parsed.success ? [{ name, title: parsed.data.titre, run: parsed.data }] : [];
    });
  return [{ name: 'sans-rien-faire', title: IDLE.titre, run: IDLE }, ...recorded];
}

/** Plays a run to the end of the exam; `null` when its steps are not in the order of time. */
export function logOfRun({ compiled, source }: DraftScript, run: RunSource): readonly EntryDraft[] | null {
  try {
    return playRun(scopeOf(source), runnable(compiled), run).log;
  } catch {
    return null;
  }
}
