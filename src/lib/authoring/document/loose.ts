/**
 * What an author is in the middle of writing has any shape. These read it without believing in it; the checker, not
 * the form, says what is wrong.
 */
export type Loose = Readonly<Record<string, unknown>>;

/** A map, or an empty one. */
export const mapIn = (value: unknown): Loose =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Loose) : {};

/** A list, or a list of the one value, or an empty one. */
export const listIn = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? (value as unknown[]) : value === undefined || value === null ? [] : [value];

/** A text or a number as text, or an empty one. */
export const textIn = (value: unknown): string =>
  typeof value === 'string'
    ? value
    : typeof value === 'number' || typeof value === 'boolean'
      ? String(value)
      : '';

/** The value on a path; `undefined` when there is none. */
export const valueAt = (value: unknown, path: readonly (string | number)[]): unknown =>
  path.reduce<unknown>(
    (at, step) =>
      typeof at === 'object' && at !== null ? (at as Record<string | number, unknown>)[step] : undefined,
    value
  );
