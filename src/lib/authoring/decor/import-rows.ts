import type { Plain } from '../document/yaml-edit';
import { freeId } from '../forms/templates';
import type { Field } from './fields';
import { valueOf } from './fresh';
import type { Table } from './part';

/** A row as the scenario writes it. */
export type Row = Readonly<Record<string, Plain>>;

/** Texts without case, accents or outer spaces, for the comparison of headings. */
export const bare = (text: string): string =>
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

/** What an import would add, what it leaves aside, and what forbids it. */
export interface Imported {
  readonly rows: readonly { readonly id: string; readonly row: Row }[];
  /** Headings of the author’s table that no column of the decor has. */
  readonly unknown: readonly string[];
  /** Columns of the decor that the author’s table lacks. */
  readonly missing: readonly string[];
  /** What is already in the scenario, or twice in the table, and is left aside. */
  readonly doubles: readonly string[];
  /** What cannot be read, with its row and column: nothing is added as long as there is one. */
  readonly faults: readonly string[];
}

/** « Ligne 4, colonne « Prix HT » : … » — rows are counted as a spreadsheet does, the headings being the first. */
export const faultAt = (line: number, column: string, words: string): string =>
  `Ligne ${line}, colonne «\u00a0${column}\u00a0»\u00a0: ${words}`;

/** Where each column of the decor is in the author’s table; −1 when it is not. */
export const placesOf = (
  fields: readonly Field[],
  heads: readonly string[]
): readonly { readonly field: Field; readonly at: number }[] =>
  fields.map((field) => ({
    field,
    at: heads.findIndex((head) =>
      [bare(field.label), bare(field.key), ...(field.heads ?? [])].includes(bare(head))
    )
  }));

const POSTCODE = ['code postal', 'cp', 'postal'];
const TOWN = ['ville', 'commune', 'localite'];

/** An address that is spread over three columns, as one: street, postcode and town. A postcode keeps its zero. */
function joinedAddress(heads: readonly string[], body: readonly (readonly string[])[]) {
  const at = (names: readonly string[]) => heads.findIndex((head) => names.includes(bare(head)));
  const [street, code, town] = [at(['adresse', 'rue']), at(POSTCODE), at(TOWN)];
  if (street < 0 || code < 0 || town < 0) return { heads, body };
  const drop = (cells: readonly string[]) => cells.filter((_, index) => index !== code && index !== town);
  return {
    heads: drop(heads),
    body: body.map((line) => {
      const whole = `${line[street] ?? ''}\n${(line[code] ?? '').padStart(5, '0')} ${line[town] ?? ''}`;
      return drop(line.map((cell, index) => (index === street ? whole : cell)));
    })
  };
}

/**
 * Reads a table whose first row is its headings. Rows without a name are left out.
 * @param known values of the table’s `unique` column that the scenario already has
 */
export function importRows(
  table: Table,
  cells: readonly (readonly string[])[],
  taken: readonly string[],
  known: readonly string[] = []
): Imported {
  const [first = [], ...others] = cells;
  const { heads, body } = joinedAddress(first, others);
  const found = placesOf(table.fields, heads);
  const here = found.filter(({ at }) => at >= 0);
  const name = here.find(({ field }) => table.called.includes(field.key)) ?? here[0];
  const ids = [...taken];
  const seen = new Set(known.map(bare));
  const faults: string[] = [];
  const doubles: string[] = [];
  const rows = body.flatMap((line, index) => {
    const words = name ? (line[name.at] ?? '').trim() : '';
    if (!words) return [];
    const row = Object.fromEntries(
      found.flatMap(({ field, at }): [string, Plain][] => {
        const read = valueOf(field, at < 0 ? '' : (line[at] ?? ''));
        if ('fault' in read) faults.push(faultAt(index + 2, heads[at] ?? field.label, read.fault));
        return 'fault' in read || read.value === undefined ? [] : [[field.key, read.value]];
      })
    );
    const key =
      table.unique && here.some(({ field }) => field.key === table.unique) ? row[table.unique] : null;
    if (typeof key === 'string') {
      if (seen.has(bare(key))) {
        doubles.push(key);
        return [];
      }
      seen.add(bare(key));
    }
    const id = idOf(words, ids);
    ids.push(id);
    return [{ id, row }];
  });
  const used = new Set(here.map(({ at }) => at));
  return {
    rows,
    unknown: heads.filter((head, at) => head.trim() !== '' && !used.has(at)),
    missing: found.filter(({ at, field }) => at < 0 && field.needed).map(({ field }) => field.label),
    doubles,
    faults
  };
}
