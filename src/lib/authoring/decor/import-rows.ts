import type { Plain } from '../document/yaml-edit';
import { freeId } from '../forms/templates';
import type { Column, Table } from './columns';

/** A row as the scenario writes it. */
export type Row = Readonly<Record<string, Plain>>;

/** Texts without case, accents or outer spaces, for the comparison of headings. */
const bare = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim();

/** An identifier from words: « Résidence du Clos » → `residence_du_clos`. Never taken by another. */
export function idOf(words: string, taken: readonly string[]): string {
  const plain = bare(words)
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^[^a-z]+|_+$/g, '')
    .slice(0, 40);
  return freeId(plain || 'element', taken);
}

/** A number as people type it: `1 250,40 €` → 1250.4, `8 %` → 8; `null` for what is none. */
export function figureOf(text: string): number | null {
  const figure = text.replace(/[\s\u00a0\u202f€%]/g, '').replace(',', '.');
  return /^-?\d+(\.\d+)?$/.test(figure) ? Number(figure) : null;
}

/** A cell as its column wants it; `undefined` when there is nothing to write. */
export function valueOf(column: Column, text: string): Plain | undefined {
  const trimmed = text.trim();
  if (column.kind === 'number') return figureOf(trimmed) ?? column.fresh;
  if (trimmed === '') return column.fresh === undefined ? undefined : valueOf(column, String(column.fresh));
  if (column.kind === 'lines' || column.kind === 'calendars')
    return trimmed.split(column.kind === 'lines' ? /\s*[\n;|]\s*/ : /\s*,\s*/).filter(Boolean);
  return trimmed;
}

/** What an import would add, and what it leaves aside. */
export interface Imported {
  readonly rows: readonly { readonly id: string; readonly row: Row }[];
  /** Headings of the author’s table that no column of the decor has. */
  readonly unknown: readonly string[];
  /** Columns of the decor that the author’s table lacks. */
  readonly missing: readonly string[];
}

/** Reads a table whose first row is its headings. Rows without their first known column are left out. */
export function importRows(
  table: Table,
  cells: readonly (readonly string[])[],
  taken: readonly string[]
): Imported {
  const [heads = [], ...body] = cells;
  const found = table.columns.map((column) => ({
    column,
    at: heads.findIndex((head) => [bare(column.label), ...column.heads].includes(bare(head)))
  }));
  const known = found.filter(({ at }) => at >= 0);
  const name = known.find(({ column }) => ['nom', 'designation', 'titre'].includes(column.key)) ?? known[0];
  const ids = [...taken];
  const rows = body.flatMap((line) => {
    const words = name ? (line[name.at] ?? '').trim() : '';
    if (!words) return [];
    const id = idOf(words, ids);
    ids.push(id);
    const row = Object.fromEntries(
      found.flatMap(({ column, at }): [string, Plain][] => {
        const value = valueOf(column, at < 0 ? '' : (line[at] ?? ''));
        return value === undefined ? [] : [[column.key, value]];
      })
    );
    return [{ id, row }];
  });
  const used = new Set(known.map(({ at }) => at));
  return {
    rows,
    unknown: heads.filter((head, at) => head.trim() !== '' && !used.has(at)),
    missing: found.filter(({ at }) => at < 0).map(({ column }) => column.label)
  };
}
