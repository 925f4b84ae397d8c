import { declaredAt, type Named } from './declared';
import { mapIn, type Loose } from './loose';
import { namedValuesIn, type NamedValue } from './named-values';
import { placeWords } from './place-words';
import type { Path } from './yaml-edit';

/** The data of the files of a scenario by name, whatever their shape; `null` for one whose YAML is broken. */
export type FilesData = Readonly<Record<string, unknown>>;

/** A place that names something. */
export interface Reference {
  readonly file: string;
  readonly path: Path;
  /** Where it is, in French: « Événement « relance », ce qui le déclenche ». */
  readonly where: string;
  /** What is written there when the name becomes another. */
  readonly becomes: (name: string) => string;
}

const SCENARIO = 'scenario.yaml';

/** Whether a place means this very thing: a line is a line of one event, a production one of one task. */
const means = (value: NamedValue, { kind, name, within }: Named): boolean =>
  value.kinds.includes(kind) && value.name === name && (value.within ?? within) === within;

/** Every place of a scenario that names something: triggers, outcomes, patterns, dialogues, grid, recorded runs. */
export function referencesTo(files: FilesData, named: Named): readonly Reference[] {
  return Object.entries(files).flatMap(([file, data]) =>
    namedValuesIn(data)
      .filter((value) => means(value, named))
      .map(({ path, becomes }) => ({ file, path, where: placeWords(file, data, path), becomes }))
  );
}

/**
 * Where what stands at a path of `scenario.yaml` is named from elsewhere: what would be broken if it went away. It counts
 * with an event its expectations, with a task its productions, with a line of a dialogue the outcome that only it has.
 */
export function namedElsewhere(files: FilesData, path: Path): readonly Reference[] {
  const scenario: Loose = mapIn(files[SCENARIO]);
  const inside = (reference: Reference): boolean =>
    reference.file === SCENARIO && path.every((step, at) => reference.path[at] === step);
  return declaredAt(scenario, path)
    .flatMap((named) => referencesTo(files, named))
    .filter((reference) => !inside(reference));
}

/** The places of a list in words, each said once, with how many times it is there. */
export function placesOf(references: readonly Reference[]): readonly { where: string; times: number }[] {
  const counted = new Map<string, number>();
  for (const { where } of references) counted.set(where, (counted.get(where) ?? 0) + 1);
  return [...counted].map(([where, times]) => ({ where, times }));
}
