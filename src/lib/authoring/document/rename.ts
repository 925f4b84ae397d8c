import { declaredAt } from './declared';
import { GRID, SCENARIO, type Draft } from './draft.svelte';
import { namedElsewhere, referencesTo, type FilesData, type Reference } from './references';
import type { Path } from './yaml-edit';

/** The script first, then the grid, then the recorded runs: the order in which an author reads where something is named. */
const rank = (file: string): number => [SCENARIO, GRID].indexOf(file) + 1 || 3;

/** The data of every file of a draft, as the searches of names read it. */
export const filesData = (draft: Draft): FilesData =>
  Object.fromEntries(
    Object.keys(draft.files)
      .toSorted((a, b) => rank(a) - rank(b) || a.localeCompare(b))
      .map((file) => [file, draft.value(file)])
  );

/** Where what stands at a path of `scenario.yaml` is named from elsewhere in a draft. */
export const whereNamed = (draft: Draft, path: Path): readonly Reference[] =>
  namedElsewhere(filesData(draft), path);

/** People and lines of a dialogue are keys of a map; everything else carries an `id`, and an outcome is the end of a line. */
const isKey = (path: Path): boolean => path[0] === 'personnes' || path.at(-2) === 'dialogue';

/** Every place that names what stands at a path, its own text included: what a renaming writes anew. */
export function namesToFollow(draft: Draft, path: Path): readonly Reference[] {
  const [own] = declaredAt(draft.source, path);
  return own ? referencesTo(filesData(draft), own) : [];
}

/**
 * Gives another name to what stands at a path of `scenario.yaml` (an event, a person, a task, a choice, the line of a
 * dialogue, or the outcome at `…/fin`), and to everything that names it when `everywhere`. One step of undo.
 */
export function renameAt(draft: Draft, path: Path, name: string, everywhere: boolean): void {
  const follow = everywhere ? namesToFollow(draft, path) : [];
  const files = new Set([SCENARIO, ...follow.map(({ file }) => file)]);
  draft.editFiles(
    [...files].map((file) => ({
      file,
      change: (yaml) => {
        for (const { path: at, becomes, file: of } of follow) if (of === file) yaml.set(at, becomes(name));
        if (file !== SCENARIO) return;
        if (isKey(path)) yaml.rename(path.slice(0, -1), String(path.at(-1)), name);
        else yaml.set(path.at(-1) === 'fin' ? path : [...path, 'id'], name);
      }
    }))
  );
}
