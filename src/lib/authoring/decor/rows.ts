import { SCENARIO, type Draft } from '../document/draft.svelte';
import { renameAt } from '../document/rename';
import { listIn, mapIn, textIn, valueAt } from '../document/loose';
import type { Plain } from '../document/yaml-edit';
import type { FormAt } from '../forms/form-at';
import { freshValues } from './fresh';
import { idOf, type Row } from './import-rows';
import type { Table } from './part';

/** A row of a table: its identifier, and the step that leads to it in the file. */
export interface TableRow {
  readonly id: string;
  readonly step: string | number;
}

/** The rows of a table in the author's order. `form` stands at the table. */
export const rowsOf = (form: FormAt, table: Table): readonly TableRow[] =>
  table.shape === 'map'
    ? Object.keys(mapIn(form.value)).map((id) => ({ id, step: id }))
    : listIn(form.value).map((row, step) => ({ id: textIn(mapIn(row)['id']), step }));

/** Adds rows at the end, in one step of undo. */
export function addRows(form: FormAt, table: Table, rows: readonly { id: string; row: Row }[]): void {
  if (rows.length === 0) return;
  const written = rows.map(({ id, row }): Plain => (table.shape === 'plain' ? row : { id, ...row }));
  form.draft.edit(form.file, (yaml) => {
    if (table.shape === 'map') for (const { id, row } of rows) yaml.set([...form.path, id], row);
    else for (const row of written) yaml.insert(form.path, row);
  });
}

/** Adds one row, ready to be filled in, and returns its step. */
export function freshRow(
  form: FormAt,
  table: Table,
  given: Readonly<Record<string, Plain>> = {}
): string | number {
  const row = { ...freshValues(form.draft, table), ...given };
  const taken = rowsOf(form, table).map(({ id }) => id);
  const id = idOf(table.one, taken);
  addRows(form, table, [{ id, row }]);
  return table.shape === 'map' ? id : taken.length;
}

/** Takes a row away. What names it is for the checker to say. */
export const removeRow = (form: FormAt, row: TableRow): void =>
  form.draft.edit(form.file, (yaml) => yaml.remove([...form.path, row.step], form.path.length));

/** Moves a row up (−1) or down (1) in its list. */
export const moveRow = (form: FormAt, at: number, by: -1 | 1): void =>
  form.draft.edit(form.file, (yaml) => yaml.move(form.path, at, at + by));

/**
 * Gives a new row an identifier of its name (« Zoé Élie » → `zoe_elie`) as long as it has the one that it was made with;
 * what already names it follows.
 */
export function followName(form: FormAt, table: Table, row: TableRow, name: string): void {
  const given = idOf(table.one, []);
  const isNew = row.id === given || new RegExp(`^${given}_\\d+$`).test(row.id);
  if (table.shape === 'plain' || !isNew || name.trim() === '') return;
  const others = rowsOf(form, table).flatMap(({ id, step }) => (step === row.step ? [] : [id]));
  renameAt(form.draft, [...form.path, row.step], idOf(name, others), true);
}

/** Whether a scenario has the part of the decor that a table is in: a desk without an order screen has no catalogue. */
export const hasPart = (draft: Draft, needs: string | undefined): boolean =>
  needs === undefined || valueAt(draft.source, ['decor', needs]) !== undefined;

/** Puts an application of the decor on the desk, with as little as the format asks. */
export function addPart(draft: Draft, needs: 'agenda' | 'commandes'): void {
  const year = textIn(draft.source?.['debut_fictif']).slice(0, 4);
  const numbers = Object.entries({
    devis: 'DE',
    commande: 'CO',
    livraison: 'BL',
    facture: 'FA',
    avoir: 'AV'
  });
  const last = Object.fromEntries(numbers.map(([kind, letters]) => [kind, `${letters}-${year}-0000`]));
  const fresh: Readonly<Record<string, Plain>> =
    needs === 'agenda' ? { calendriers: [] } : { clients: [], articles: [], derniers_numeros: last };
  draft.edit(SCENARIO, (yaml) => {
    // Key by key, so that the part is written on lines of its own.
    for (const [key, value] of Object.entries(fresh)) yaml.set(['decor', needs, key], value);
  });
}
