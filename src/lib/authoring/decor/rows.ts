import { mapIn, listIn, textIn, valueAt } from '../document/loose';
import type { Plain } from '../document/yaml-edit';
import { calendarsOf } from '../forms/decor-options';
import { peopleOf, type FormAt } from '../forms/form-at';
import type { Table } from './columns';
import { idOf, valueOf, type Row } from './import-rows';

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
  form.draft.edit(form.file, (yaml) => {
    const empty = form.list.length === 0;
    rows.forEach(({ id, row }, at) => {
      if (table.shape === 'map') yaml.set([...form.path, id], row);
      else if (empty && at === 0) yaml.set(form.path, [{ id, ...row }]);
      else yaml.insert(form.path, { id, ...row });
    });
  });
}

/** Adds one row, ready to be filled in. */
export function freshRow(form: FormAt, table: Table): void {
  const story = textIn(form.draft.source?.['debut_fictif']) || '2026-03-17 08:30';
  const day = story.slice(0, 10);
  const given: Readonly<Record<string, Plain>> = {
    de: peopleOf(form.draft)[0]?.value ?? '',
    le: story,
    calendriers: calendarsOf(form.draft)
      .slice(0, 1)
      .map(({ value }) => value),
    debut: `${day} 14:00`,
    fin: `${day} 15:00`
  };
  const known: Readonly<Record<string, readonly string[]>> = {
    messages: ['de', 'le'],
    'rendez-vous': ['calendriers', 'debut', 'fin']
  };
  const row = Object.fromEntries(
    table.columns.flatMap((column): [string, Plain][] => {
      const value = known[table.id]?.includes(column.key) ? given[column.key] : valueOf(column, '');
      return value === undefined ? [] : [[column.key, value]];
    })
  );
  const taken = rowsOf(form, table).map(({ id }) => id);
  addRows(form, table, [{ id: idOf(table.one, taken), row }]);
}

/** Takes a row away. What names it is for the checker to say. */
export const removeRow = (form: FormAt, table: Table, row: TableRow): void =>
  form.draft.edit(form.file, (yaml) => yaml.remove([...form.path, row.step], table.path.length));

/** Whether a scenario has the part of the decor that a table is in: a desk without an order screen has no catalogue. */
export const tableIsThere = (form: FormAt, table: Table): boolean =>
  valueAt(form.draft.source, table.path.slice(0, -1)) !== undefined;
