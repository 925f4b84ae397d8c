import type { Problem } from '../../scenario/problem';
import type { Draft } from '../document/draft.svelte';
import { listIn, mapIn, textIn, valueAt, type Loose } from '../document/loose';
import type { Path, Plain } from '../document/yaml-edit';

/** A person, an event or a piece that a field offers. */
export interface Option {
  readonly value: string;
  readonly label: string;
}

/**
 * One place of a file, as a form reads and writes it. Reads whatever is there; writes by path, so that comments and
 * order stay. Reactive through the draft.
 */
export class FormAt {
  constructor(
    readonly draft: Draft,
    readonly file: string,
    readonly path: Path
  ) {}

  /** The same form, deeper. */
  at(...keys: Path): FormAt {
    return new FormAt(this.draft, this.file, [...this.path, ...keys]);
  }

  get readOnly(): boolean {
    return this.draft.readOnly;
  }
  get value(): unknown {
    return valueAt(this.draft.value(this.file), this.path);
  }
  get map(): Loose {
    return mapIn(this.value);
  }
  get list(): readonly unknown[] {
    return listIn(this.value);
  }
  text(...keys: Path): string {
    return textIn(valueAt(this.value, keys));
  }
  has(...keys: Path): boolean {
    return valueAt(this.value, keys) !== undefined;
  }

  /** Puts a value; an empty text or `undefined` takes the key away. What is typed in one field is one step of undo. */
  put(keys: Path, value: Plain | undefined, order: readonly string[] = []): void {
    const path = [...this.path, ...keys];
    this.draft.edit(
      this.file,
      (yaml) => yaml.set(path, value === '' ? undefined : value, order),
      path.join('.')
    );
  }
  /** Ends a step of undo: the field is left. */
  settle(): void {
    this.draft.settle();
  }

  /** What the checker says of exactly this value or key, if anything. */
  problem(...keys: Path): Problem | undefined {
    const yaml = this.draft.yaml(this.file);
    const path = [...this.path, ...keys];
    if (valueAt(yaml.value, path) === undefined) return undefined;
    const places = [yaml.locate(path), yaml.locate(path, true)];
    return this.draft.problems.find(
      (problem) =>
        problem.file === this.file &&
        places.some(({ line, column }) => line === problem.line && column === problem.column)
    );
  }
}

const named = (id: string, name: unknown): Option => ({ value: id, label: textIn(name) || id });

/** People of the scenario. */
export const peopleOf = (draft: Draft): readonly Option[] =>
  Object.entries(mapIn(draft.source?.['personnes'])).map(([id, person]) => named(id, mapIn(person)['nom']));

/** Internal extensions, with whose they are. */
export const extensionsOf = (draft: Draft): readonly Option[] =>
  Object.values(mapIn(draft.source?.['personnes'])).flatMap((person): readonly Option[] => {
    const { poste, nom } = mapIn(person);
    return textIn(poste) ? [{ value: textIn(poste), label: `${textIn(nom)} (${textIn(poste)})` }] : [];
  });

/** Events of the script, with their channel's content as a word when they have no title. */
export const eventsOf = (draft: Draft): readonly Option[] =>
  listIn(draft.source?.['deroule']).map((event) => {
    const { id, titre } = mapIn(event);
    return { value: textIn(id), label: titre ? `${textIn(titre)} (${textIn(id)})` : textIn(id) };
  });

export const tasksOf = (draft: Draft): readonly Option[] =>
  listIn(draft.source?.['taches']).map((task) => named(textIn(mapIn(task)['id']), mapIn(task)['titre']));

export const piecesOf = (draft: Draft): readonly Option[] =>
  draft.pieces.map(({ name }) => ({ value: name, label: name }));
