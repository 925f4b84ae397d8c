import { documentTotals } from '../scene/amounts';
import type { Names } from './check-names';
import { hundredths } from './compile-values';
import type { SaleLineSource } from './format-decor';
import { patternsOf } from './format-cue';
import type { Pattern } from './format-pattern';
import type { ExpectedAmountSource } from './format-script';
import { saleLinesOf } from './orders-of';

type Path = readonly PropertyKey[];

const euros = (cents: number): string => (cents / 100).toFixed(2);

/** Expected amounts against the scenario's own catalogue, discounts and VAT: an author's slip would fail good candidates. */
export function checkAmounts(names: Names): void {
  const { source } = names;
  source.taches.forEach((task, index) =>
    (task.montants ?? []).forEach((amount, place) =>
      checkExpected(names, amount, ['taches', index, 'montants', place])
    )
  );
  for (const { path, pattern } of patterns(names)) checkPattern(names, path, pattern);
}

function checkExpected(names: Names, amount: ExpectedAmountSource, path: Path): void {
  const articles = names.source.decor.commandes?.articles ?? [];
  const known = amount.lignes.map((line, place) => checkLine(names, line, [...path, 'lignes', place]));
  if (known.includes(false)) return;
  const totals = documentTotals(saleLinesOf(amount.lignes, articles));
  const computed = { ht: totals.netCents, tva: totals.vatCents, total: totals.totalCents };
  for (const key of ['ht', 'tva', 'total'] as const)
    if (hundredths(amount[key]) !== computed[key])
      names.report.at(
        names.yaml,
        [...path, key],
        'montant.faux',
        `« ${key}: ${amount[key].toFixed(2)} » ne correspond pas aux lignes : le catalogue donne ${euros(computed[key])}.`,
        `Écrivez ${euros(computed[key])}, ou corrigez les lignes.`
      );
}

function checkLine(names: Names, line: SaleLineSource, path: Path): boolean {
  const articles = (names.source.decor.commandes?.articles ?? []).map(({ id }) => id);
  return names.known([...path, 'article'], 'nom.article', 'L’article', line.article, articles);
}

/** Every pattern that names amounts, wherever it stands. */
function patterns({ source }: Names): readonly { readonly path: Path; readonly pattern: Pattern }[] {
  const found: { path: Path; pattern: Pattern }[] = [];
  source.taches.forEach((task, index) => {
    task.productions.forEach(({ fait }, place) => {
      if (fait) found.push({ path: ['taches', index, 'productions', place, 'fait'], pattern: fait });
    });
    (task.attendus ?? []).forEach(({ fait }, place) => {
      if (fait) found.push({ path: ['taches', index, 'attendus', place, 'fait'], pattern: fait });
    });
  });
  source.deroule.forEach((event, index) => {
    if (event.quand)
      for (const { path, pattern } of patternsOf(event.quand))
        found.push({ path: ['deroule', index, 'quand', ...path], pattern });
    (event.attendus ?? []).forEach(({ fait }, place) => {
      if (fait) found.push({ path: ['deroule', index, 'attendus', place, 'fait'], pattern: fait });
    });
  });
  return found;
}

/** Amounts of one pattern must add up: excluding tax, tax, and including it. */
function checkPattern(names: Names, path: Path, pattern: Pattern): void {
  const { ht, tva, total } = pattern;
  if (typeof ht !== 'number' || typeof total !== 'number') return;
  const tax = typeof tva === 'number' ? hundredths(tva) : null;
  const difference = hundredths(total) - hundredths(ht);
  const rates = new Set((names.source.decor.commandes?.articles ?? []).map((article) => article.tva));
  const possible =
    tax === null
      ? rates.size !== 1 || [...rates].every((rate) => Math.round((ht * 100 * rate) / 100) === difference)
      : tax === difference;
  if (!possible)
    names.report.at(
      names.yaml,
      [...path, 'total'],
      'montant.incoherent',
      `${ht.toFixed(2)} HT et ${total.toFixed(2)} TTC ne vont pas ensemble avec la TVA du scénario.`,
      'Recalculez l’un des deux.'
    );
}
