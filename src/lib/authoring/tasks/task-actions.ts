import { idOf } from '../decor/import-rows';
import { linesWritten } from '../decor/sale-lines';
import { listIn, mapIn, textIn } from '../document/loose';
import type { Plain } from '../document/yaml-edit';
import type { FormAt } from '../forms/form-at';
import { freeId } from '../forms/templates';
import { documentTotals } from '../../scene/amounts';
import { TASK_KEYS } from './tables';

/** What a new work has the candidate hand in. */
export const FIRST_PRODUCTION: Plain = [{ id: 'production', titre: 'Document à remettre', type: 'texte' }];

/** Adds an expectation to a work: what the software looks for, for the jury. `form` stands at the work. */
export function addExpectation(form: FormAt): void {
  const taken = ['taches', 'deroule'].flatMap((list) =>
    listIn(form.draft.source?.[list]).flatMap((owner) =>
      listIn(mapIn(owner)['attendus']).map((item) => textIn(mapIn(item)['id']))
    )
  );
  const fresh: Plain = {
    id: freeId('attendu', taken),
    constat: 'Fait constaté',
    tache: form.text('id'),
    issue: 'rendue'
  };
  form.draft.edit(form.file, (yaml) => yaml.insert([...form.path, 'attendus'], fresh, undefined, TASK_KEYS));
}

/** Takes an item of a list of a work away; the list goes with its last one. `form` stands at the work. */
export const removeItem = (form: FormAt, list: string, at: number): void =>
  form.draft.edit(form.file, (yaml) => yaml.remove([...form.path, list, at], form.path.length));

/** Adds an expected amount with one line, its totals computed. `form` stands at the work. */
export function addAmount(form: FormAt, line: Plain): void {
  const taken = form.at('montants').list.map((item) => textIn(mapIn(item)['id']));
  const totals = totalsOf(form, [line]) ?? { ht: 0, tva: 0, total: 0 };
  const fresh: Plain = { id: idOf('montant', taken), lignes: [line], ...totals };
  form.draft.edit(form.file, (yaml) => yaml.insert([...form.path, 'montants'], fresh, undefined, TASK_KEYS));
}

/** What lines come to, in euros; `null` while one of them cannot be read. */
export function totalsOf(
  form: FormAt,
  lines: readonly unknown[]
): { readonly ht: number; readonly tva: number; readonly total: number } | null {
  const written = linesWritten(form.draft, lines);
  if (!written) return null;
  const { netCents, vatCents, totalCents } = documentTotals(written);
  return { ht: netCents / 100, tva: vatCents / 100, total: totalCents / 100 };
}

/** Puts the totals of an expected amount as its lines have them. `form` stands at the amount. */
export function recompute(form: FormAt): void {
  const totals = totalsOf(form, form.at('lignes').list);
  if (!totals) return;
  form.draft.edit(form.file, (yaml) => {
    for (const [key, value] of Object.entries(totals)) yaml.set([...form.path, key], value);
  });
}
