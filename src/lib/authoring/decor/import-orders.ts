import type { Draft } from '../document/draft.svelte';
import { listIn, mapIn, textIn, valueAt } from '../document/loose';
import type { Plain } from '../document/yaml-edit';
import type { Option } from '../forms/form-at';
import { choicesOf } from './choices';
import type { Field } from './fields';
import { field } from './fields';
import { valueOf } from './fresh';
import { bare, faultAt, idOf, placesOf, type Imported, type Row } from './import-rows';
import { saleLines, sales } from './parts-sales';

/** Headings of a table whose every row is a line of a document; the rows of one number are one document. */
export const ORDER_COLUMNS: readonly Field[] = [
  ...sales.fields.filter(({ key }) => key !== 'note' && key !== 'origine').map(withHeads),
  field.text('article', 'Référence', { heads: ['ref', 'article', 'code article'] }),
  field.text('designation', 'Désignation', { heads: ['libelle'] }),
  ...saleLines.fields.slice(2).map(withHeads)
];

function withHeads(column: Field): Field {
  const heads: Readonly<Record<string, readonly string[]>> = {
    type: ['nature', 'type de piece'],
    numero: ['n°', 'numero de piece', 'numero de commande', 'n° de commande', 'n° commande', 'piece'],
    client: ['code client', 'numero client', 'n° client', 'nom du client'],
    date: ['date de piece', 'date de commande', 'le'],
    etat: ['statut', 'etat de la piece'],
    quantite: ['qte', 'quantites'],
    prix: ['prix unitaire', 'prix unitaire ht', 'pu ht', 'pu'],
    remise: ['remise'],
    tva: ['tva', 'taux de tva']
  };
  return { ...column, heads: heads[column.key] ?? [] };
}

/** Finds what words name in a list: its identifier, or what it is called in any of these texts. */
const findIn = (words: string, among: readonly (Option & { readonly names: readonly string[] })[]) =>
  among.find(({ value, label, names }) => [value, label, ...names].some((name) => bare(name) === bare(words)))
    ?.value;

function named(draft: Draft, list: 'clients' | 'articles', keys: readonly string[]) {
  return listIn(valueAt(draft.source, ['decor', 'commandes', list])).map((item) => {
    const map = mapIn(item);
    const id = textIn(map['id']);
    return { value: id, label: id, names: keys.map((key) => textIn(map[key])).filter(Boolean) };
  });
}

interface Reader {
  readonly draft: Draft;
  /** The words of a cell, by key of its column. */
  cell(line: readonly string[], key: string): string;
  fault(line: number, key: string, words: string): void;
}

const unknownWords = (words: string, family: string): string =>
  `${family} «\u00a0${words}\u00a0» n’est pas dans le scénario\u00a0: importez-le d’abord.`;

/** A reference to something of the scenario, or a value of a list, from its words. */
function resolve(reader: Reader, column: Field, words: string, line: number): Plain | undefined {
  if (words === '') {
    if (column.needed && column.fresh === undefined) reader.fault(line, column.key, 'à remplir.');
    return column.fresh;
  }
  if (column.key === 'client' || column.key === 'article') {
    const customers = column.key === 'client';
    const among = named(
      reader.draft,
      customers ? 'clients' : 'articles',
      customers ? ['numero', 'nom'] : ['reference', 'designation']
    );
    const found = findIn(words, among);
    if (!found) reader.fault(line, column.key, unknownWords(words, customers ? 'le client' : 'l’article'));
    return found;
  }
  if (column.kind === 'one') {
    const options = choicesOf(reader.draft, column.from);
    const found = findIn(
      words,
      options.map((option) => ({ ...option, names: [] }))
    );
    if (!found)
      reader.fault(
        line,
        column.key,
        `«\u00a0${words}\u00a0» n’est pas un de\u00a0: ${options.map(({ label }) => label).join(', ')}.`
      );
    return found;
  }
  const read = valueOf(column, words);
  if ('fault' in read) reader.fault(line, column.key, read.fault);
  return 'fault' in read ? undefined : read.value;
}

const HEAD_KEYS = ['type', 'numero', 'client', 'date', 'etat'];

/**
 * Reads a table of sales documents, one row per line. Customers and articles are found by number, reference or name.
 * A number that the scenario already has is left aside; one cell that cannot be read forbids the whole.
 */
export function importOrders(
  draft: Draft,
  cells: readonly (readonly string[])[],
  taken: readonly string[]
): Imported {
  const [heads = [], ...body] = cells;
  const places = placesOf(ORDER_COLUMNS, heads);
  const at = (key: string) => places.find(({ field: column }) => column.key === key)?.at ?? -1;
  const faults: string[] = [];
  const reader: Reader = {
    draft,
    cell: (line, key) => (line[at(key)] ?? '').trim(),
    fault: (line, key, words) =>
      faults.push(
        faultAt(line, heads[at(key)] ?? places.find(({ field: own }) => own.key === key)!.field.label, words)
      )
  };
  const known = new Set(
    listIn(valueAt(draft.source, sales.path)).map((item) => bare(textIn(mapIn(item)['numero'])))
  );
  const doubles = new Set<string>();
  const ids = [...taken];
  const found = new Map<string, { id: string; head: Row; lines: Row[] }>();
  body.forEach((line, index) => {
    const number = reader.cell(line, 'numero');
    if (known.has(bare(number)) && number) return void doubles.add(number);
    const read = (keys: readonly string[]): Row =>
      Object.fromEntries(
        ORDER_COLUMNS.filter(({ key }) => keys.includes(key)).flatMap((column): [string, Plain][] => {
          const value = resolve(reader, column, reader.cell(line, column.key), index + 2);
          return value === undefined ? [] : [[column.key, value]];
        })
      );
    if (!number) return reader.fault(index + 2, 'numero', 'à remplir.');
    if (!found.has(bare(number))) {
      const id = idOf(number, ids);
      ids.push(id);
      found.set(bare(number), { id, head: read(HEAD_KEYS), lines: [] });
    }
    const own = ORDER_COLUMNS.map(({ key }) => key).filter((key) => !HEAD_KEYS.includes(key));
    const written = read(own);
    if (
      !('article' in written) &&
      !('designation' in written) &&
      at('article') >= 0 &&
      !reader.cell(line, 'article')
    )
      reader.fault(index + 2, 'article', 'une ligne a une référence ou une désignation.');
    found.get(bare(number))!.lines.push(written);
  });
  const used = new Set(places.map(({ at: place }) => place));
  return {
    rows: [...found.values()].map(({ id, head, lines }) => ({ id, row: { ...head, lignes: lines } })),
    unknown: heads.filter((head, place) => head.trim() !== '' && !used.has(place)),
    missing: places.filter((place) => place.at < 0 && place.field.needed).map((place) => place.field.label),
    doubles: [...doubles],
    faults
  };
}
