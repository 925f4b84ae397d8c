/** A column of a `ListTable`. */
export interface ListColumn<Row> {
  readonly key: string;
  readonly label: string;
  /** CSS width; the columns without one share what is left. */
  readonly width?: string;
  readonly align?: 'end';
  /** Left out in a narrow window. */
  readonly hideNarrow?: boolean;
  readonly text: (row: Row) => string;
  readonly sort: (row: Row) => string | number;
  /** True when the list's `cell` snippet draws it. */
  readonly snippet?: boolean;
}

/** Text without accents nor case, for searches. */
export const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** True when every word of `query` is somewhere in `texts`. */
export function matches(query: string, ...texts: readonly (string | undefined)[]): boolean {
  const hay = folded(texts.filter((text) => text !== undefined).join(' '));
  return folded(query)
    .split(/\s+/)
    .every((word) => hay.includes(word));
}
