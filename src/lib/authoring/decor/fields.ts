import type { Option } from '../forms/form-at';
import type { ChoiceSource } from './choices';
import type { TypedKind } from './readings';

/** One key of the format as a form or a cell writes it. */
export interface Field {
  readonly key: string;
  readonly label: string;
  readonly kind: TypedKind | 'one' | 'many' | 'tick' | 'yes-no' | 'piece' | 'pieces';
  /** Headings under which an author’s own table has it, without case or accents. */
  readonly heads?: readonly string[];
  /** What a new or imported row has when nothing is said. */
  readonly fresh?: string | number;
  /** May not be emptied. */
  readonly needed?: true;
  readonly hint?: string;
  readonly placeholder?: string;
  /** Lines of a long text. */
  readonly rows?: number;
  /** What `one` and `many` choose among, and what `piece` and `pieces` do. */
  readonly from?: ChoiceSource | readonly Option[];
  /** What no value of `one`, `piece` or `yes-no` means. */
  readonly none?: string;
  /** The value that no value means, when a scenario writes it all the same. */
  readonly noneIs?: string;
  /** Keys that a value here takes away: a calendar is somebody’s or a room’s. */
  readonly clears?: readonly string[];
  /** In a table: a broad column. In a form: the whole width. */
  readonly wide?: true;
  /** In a table: not in the row, but in what unfolds under it. */
  readonly folded?: true;
}

type More = Omit<Field, 'key' | 'label' | 'kind'>;

const of =
  (kind: Field['kind']) =>
  (key: string, label: string, more: More = {}): Field => ({ key, label, kind, ...more });

/** Short makers of fields, by kind. */
export const field = {
  text: of('text'),
  long: of('long'),
  lines: of('lines'),
  money: of('money'),
  percent: of('percent'),
  count: of('count'),
  day: of('day'),
  instant: of('instant'),
  examTime: of('exam-time'),
  phone: of('phone'),
  extension: of('extension'),
  email: of('email'),
  color: of('color'),
  one: of('one'),
  many: of('many'),
  tick: of('tick'),
  yesNo: of('yes-no'),
  piece: of('piece'),
  pieces: of('pieces')
} as const;

/** Keys in the order of the format, for what is written anew. */
export const orderOf = (fields: readonly Field[]): readonly string[] => [
  'id',
  ...fields.map(({ key }) => key)
];
