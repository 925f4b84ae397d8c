import { valueAt } from '../document/loose';
import type { Plain } from '../document/yaml-edit';
import type { FormAt } from '../forms/form-at';
import type { Field } from './fields';
import { READINGS, type Reading } from './readings';

/** Where a field is written, and the order of its neighbours. */
export interface Place {
  readonly form: FormAt;
  readonly field: Field;
  readonly order: readonly string[];
}

/** Writes a value, and takes away the keys that it excludes: one step of undo with what is typed before and after. */
export function write({ form, field, order }: Place, value: Plain | undefined): void {
  const path = [...form.path, field.key];
  form.draft.edit(
    form.file,
    (yaml) => {
      if (value !== undefined)
        for (const key of field.clears ?? []) if (form.has(key)) yaml.remove([...form.path, key]);
      yaml.set(path, value, order);
    },
    path.join('.')
  );
}

/**
 * What is being typed in one field. What can be read is written at once; what cannot stays on screen with the reason, and
 * nothing is written. Emptying counts when the field is left.
 */
export class Typing {
  #typed = $state<string | null>(null);
  #fault = $state<string | null>(null);
  readonly #place: () => Place;

  constructor(place: () => Place) {
    this.#place = place;
  }

  /** What the field shows. */
  get text(): string {
    const { form, field } = this.#place();
    return this.#typed ?? this.#reading.show(valueAt(form.value, [field.key]));
  }
  /** Why what was typed is not written. */
  get fault(): string | null {
    return this.#fault;
  }

  input(text: string): void {
    this.#typed = text;
    this.#fault = null;
    const read = this.#read(text);
    if (read && 'value' in read) write(this.#place(), read.value);
  }

  /** The field is left: what cannot be read is said, what was emptied is taken away. */
  leave(): void {
    const { form } = this.#place();
    if (this.#typed === null) return;
    const read = this.#read(this.#typed);
    if (!read) this.#empty();
    else if ('fault' in read) this.#fault = read.fault;
    if (this.#fault === null) this.#typed = null;
    form.settle();
  }

  /** Forgets what was typed and not written. */
  cancel(): void {
    this.#typed = null;
    this.#fault = null;
  }

  get #reading(): Reading {
    const { kind } = this.#place().field;
    return kind in READINGS ? READINGS[kind as keyof typeof READINGS] : READINGS.text;
  }

  #read(text: string): ReturnType<Reading['read']> | null {
    if (text.trim() === '') return null;
    return this.#reading.read(this.#place().field.kind === 'long' ? text : text.trim());
  }

  #empty(): void {
    const place = this.#place();
    const { kind, needed } = place.field;
    if (!needed) write(place, undefined);
    else if (kind === 'text' || kind === 'long') write(place, '');
    else this.#fault = 'À remplir.';
  }
}
