import { documentTotals } from '../scene/amounts';
import type { Names } from './check-names';
import { hundredths } from './compile-values';
import type { SaleLineSource } from './format-decor';
import { patternsOf } from './format-cue';
import type { Pattern } from './format-pattern';
import type { GridSource } from './format-grid';
import type { ExpectedAmountSource } from './format-script';
import type { YamlSource } from './yaml-source';
import { saleLinesOf } from './orders-of';

type Path = readonly PropertyKey[];

const euros = (cents: number): string => (cents / 100).toFixed(2);

/** Expected amounts against the scenario's own catalogue, discounts and VAT: an author's slip would fail good candidates. */
export function checkAmounts(names: Names, grid: GridSource | null, gridYaml: YamlSource | null): void {
  const { source } = names;
  const expected = (['taches', 'deroule'] as const).flatMap((key) =>
    source[key].flatMap(({ montants = [] }, index) =>
      montants.flatMap((amount, place) => checkExpected(names, amount, [key, index, 'montants', place]) ?? [])
    )
  );
  for (const place of placesOf(names, grid, gridYaml)) checkPattern(names, place, expected);
}

const KEYS = ['ht', 'tva', 'total'] as const;
type Key = (typeof KEYS)[number];
/** What lines come to, in cents. */
type Amounts = Readonly<Record<Key, number>>;

/** Reports totals that are not those of their lines, and returns the right ones; `null` when a line is of nothing known. */
function checkExpected(names: Names, amount: ExpectedAmountSource, path: Path): Amounts | null {
  const articles = names.source.decor.commandes?.articles ?? [];
  const known = amount.lignes.map((line, place) => checkLine(names, line, [...path, 'lignes', place]));
  if (known.includes(false)) return null;
  const totals = documentTotals(saleLinesOf(amount.lignes, articles));
  const computed = { ht: totals.netCents, tva: totals.vatCents, total: totals.totalCents };
  for (const key of KEYS)
    if (hundredths(amount[key]) !== computed[key])
      names.report.at(
        names.yaml,
        [...path, key],
        'montant.faux',
        `« ${key}: ${amount[key].toFixed(2)} » ne correspond pas aux lignes : le catalogue donne ${euros(computed[key])}.`,
        `Écrivez ${euros(computed[key])}, ou corrigez les lignes.`
      );
  return computed;
}

function checkLine(names: Names, line: SaleLineSource, path: Path): boolean {
  const articles = (names.source.decor.commandes?.articles ?? []).map(({ id }) => id);
  return names.known([...path, 'article'], 'nom.article', 'L’article', line.article, articles);
}

/** A pattern on a sales document, and where it is written. */
interface Place {
  readonly path: Path;
  readonly yaml: YamlSource;
  readonly pattern: Pattern;
}

/** Every pattern on a sales document, wherever it stands. */
function placesOf(names: Names, grid: GridSource | null, gridYaml: YamlSource | null): readonly Place[] {
  const { taches, deroule } = names.source;
  const found: Place[] = [];
  const add = (path: Path, pattern: Pattern | undefined, yaml = names.yaml) => {
    if (pattern?.fait.startsWith('piece.')) found.push({ path, yaml, pattern });
  };
  taches.forEach(({ productions, attendus = [] }, index) => {
    productions.forEach(({ fait }, place) => add(['taches', index, 'productions', place, 'fait'], fait));
    attendus.forEach(({ fait }, place) => add(['taches', index, 'attendus', place, 'fait'], fait));
  });
  deroule.forEach(({ quand, annule_si, attendus = [] }, index) => {
    if (quand)
      for (const { path, pattern } of patternsOf(quand)) add(['deroule', index, 'quand', ...path], pattern);
    add(['deroule', index, 'annule_si'], annule_si);
    attendus.forEach(({ fait }, place) => add(['deroule', index, 'attendus', place, 'fait'], fait));
  });
  if (!grid || !gridYaml) return found;
  for (const [id, { indicateurs }] of Object.entries(grid.criteres))
    indicateurs.forEach(({ preuves = [] }, index) =>
      preuves.forEach((proof, place) => {
        const path = ['criteres', id, 'indicateurs', index, 'preuves', place, 'fait'];
        if ('fait' in proof) add(path, proof.fait, gridYaml);
      })
    );
  return found;
}

/** The amounts that a pattern names whole, in cents: bounds of « entre » are nobody's amount. */
function namedBy(
  pattern: Pattern
): readonly { readonly key: Key; readonly path: Path; readonly cents: number }[] {
  return KEYS.flatMap((key) => {
    const value = pattern[key];
    if (typeof value === 'number') return [{ key, path: [key], cents: hundredths(value) }];
    if (typeof value !== 'object' || value === null) return [];
    return (['parmi', 'sauf'] as const).flatMap((operator) => {
      const said = (value as Readonly<Record<string, unknown>>)[operator];
      const amounts: readonly unknown[] = Array.isArray(said) ? said : [said];
      return amounts.flatMap((amount, at) =>
        typeof amount === 'number'
          ? [{ key, path: [key, operator, ...(Array.isArray(said) ? [at] : [])], cents: hundredths(amount) }]
          : []
      );
    });
  });
}

/** Amounts of one pattern: those that the scenario expects when it says so, and that add up with its VAT. */
function checkPattern(names: Names, { path, yaml, pattern }: Place, expected: readonly Amounts[]): void {
  const named = namedBy(pattern);
  const has = (amount: Amounts, { key, cents }: { key: Key; cents: number }) => amount[key] === cents;
  const unknown = named.filter((one) => expected.length > 0 && !expected.some((amount) => has(amount, one)));
  for (const { key, path: at, cents } of unknown)
    names.report.at(
      yaml,
      [...path, ...at],
      'montant.inconnu',
      `« ${key} » vaut ici ${euros(cents)} : aucun des « montants » du scénario n’a cette valeur.`,
      `Écrivez ${[...new Set(expected.map((amount) => euros(amount[key])))].join(' ou ')}, ou ajoutez à « montants » celui-ci et ses lignes.`
    );
  const plain = named.filter((one) => one.path.length === 1);
  const together =
    expected.length > 0
      ? expected.some((amount) => plain.every((one) => has(amount, one)))
      : addsUp(names, plain);
  if (unknown.length === 0 && !together)
    names.report.at(
      yaml,
      [...path, plain.at(-1)!.key],
      'montant.incoherent',
      `${plain.map(({ key, cents }) => `${euros(cents)} ${WORDS[key]}`).join(' et ')} ne vont pas ensemble avec la TVA du scénario.`,
      'Recalculez l’un d’eux.'
    );
}

const WORDS: Readonly<Record<Key, string>> = { ht: 'HT', tva: 'de TVA', total: 'TTC' };

/** Whether net, tax and total may belong together: the tax is a possible sum of the scenario's rates. */
function addsUp(names: Names, amounts: readonly { readonly key: Key; readonly cents: number }[]): boolean {
  const of = (wanted: Key) => amounts.find(({ key }) => key === wanted)?.cents;
  const [ht, tva, total] = [of('ht'), of('tva'), of('total')];
  if (ht !== undefined && tva !== undefined && total !== undefined && ht + tva !== total) return false;
  const net = ht ?? (total !== undefined && tva !== undefined ? total - tva : undefined);
  const tax = tva ?? (total !== undefined && ht !== undefined ? total - ht : undefined);
  const rates = ratesOf(names);
  if (net === undefined || tax === undefined || rates.length === 0) return true;
  // One rounding per rate; with a single one there is none to share out.
  const slack = rates.length - 1;
  const taxes = rates.map((rate) => Math.round((net * rate) / 100));
  return tax >= Math.min(...taxes) - slack && tax <= Math.max(...taxes) + slack;
}

/** VAT rates of the catalogue and of the lines that have their own, in per cent. */
function ratesOf({ source }: Names): readonly number[] {
  const { articles = [], documents = [] } = source.decor.commandes ?? {};
  const lines = documents.flatMap(({ lignes }) => lignes);
  return [...new Set([...articles, ...lines].flatMap(({ tva }) => tva ?? []))];
}
