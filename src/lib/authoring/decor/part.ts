import type { Path } from '../document/yaml-edit';
import type { Field } from './fields';

/** A record of a form: the keys under one path. */
export interface Sheet {
  readonly title: string;
  readonly path: Path;
  readonly fields: readonly Field[];
}

/** Things of one kind in the decor: where they are written, and what each has. */
export interface Table {
  readonly id: string;
  readonly title: string;
  /** What one is, in French, with its gender: « un client », « une personne ». */
  readonly one: string;
  readonly feminine?: true;
  readonly path: Path;
  /** People are a map by identifier; rows of a `plain` list have no `id`; the others carry theirs. */
  readonly shape: 'map' | 'list' | 'plain';
  readonly fields: readonly Field[];
  /** Keys in the order of the format, when that of the fields is another. */
  readonly keys?: readonly string[];
  /** Keys that a line is called by on screen, the first that is filled in. */
  readonly called: readonly string[];
  /** Keys of what stands under the name in a list. */
  readonly about?: readonly string[];
  readonly imports: 'table' | 'calendar' | 'mail' | 'orders' | null;
  /** Two rows of the same value here are the same thing: an import leaves the second one aside. */
  readonly unique?: string;
  /** What to do when there is none. */
  readonly empty: string;
}

/** An entry of the list on the left. */
export interface Part {
  readonly id: string;
  readonly title: string;
  readonly group: 'Le cadre' | 'Le poste du candidat' | 'La gestion commerciale';
  /** How it is written: a table, cards beside a list, records, or the tree of files. */
  readonly as: 'table' | 'cards' | 'records' | 'tree';
  readonly tables: readonly Table[];
  readonly sheets: readonly Sheet[];
  /** Application that a desk may not have: its key in `decor`. */
  readonly needs?: 'agenda' | 'commandes';
  /** One sentence on what is written here. */
  readonly intro: string;
}
