import { describe, expect, it } from 'vitest';
import { scenarioSchema } from '../../scenario/format';
import { mapIn } from '../document/loose';
import { AMOUNT_FIELDS, answer, productions, tasks } from '../tasks/tables';
import { orderOf, type Field } from './fields';
import { PARTS, TABLES } from './parts';
import { saleLines } from './parts-sales';
import { z } from 'zod';

const schema = mapIn(z.toJSONSchema(scenarioSchema, { io: 'input', reused: 'inline' }));

/** Keys of the map at a path of the schema; `*` goes into a list or the values of a map. */
function keysAt(path: readonly (string | number)[]): readonly string[] {
  const at = path.reduce<unknown>((node, step) => {
    const map = mapIn(node);
    return step === '*' ? (map['items'] ?? map['additionalProperties']) : mapIn(map['properties'])[step];
  }, schema);
  return Object.keys(mapIn(mapIn(at)['properties']));
}
const keysOf = (fields: readonly Field[], ...others: readonly string[]) =>
  [...orderOf(fields), ...others].toSorted();

describe('the forms of the workshop write every key of the format', () => {
  it.each(TABLES.map((table) => [table.id, table] as const))('of the table « %s »', (_, table) => {
    const nested = table.id === 'documents' ? ['lignes'] : [];
    const own = table.shape === 'map' ? ['id'] : [];
    expect(keysOf(table.fields, ...nested)).toEqual([...keysAt([...table.path, '*']), ...own].toSorted());
  });

  it.each(PARTS.flatMap(({ sheets }) => sheets).map((sheet) => [sheet.title, sheet] as const))(
    'of « %s »',
    (_, { path, fields }) => {
      const under: Readonly<Record<string, readonly string[]>> = {
        // Neither is the author’s to change: the version of the format, and the name of the folder.
        '': [
          'format',
          'scenario',
          'entreprise',
          'poste',
          'personnes',
          'dossier',
          'decor',
          'taches',
          'deroule'
        ],
        dossier: ['sections'],
        'decor.courrier': ['messages']
      };
      const written = [...fields.map(({ key }) => key), ...(under[path.join('.')] ?? [])];
      expect(written.toSorted()).toEqual(keysAt(path).toSorted());
    }
  );

  it('of a work, its deliverables, its amounts and their lines', () => {
    const work = keysOf([...tasks.fields, ...answer], 'productions', 'montants', 'attendus');
    expect(work).toEqual(keysAt(['taches', '*']).toSorted());
    expect(keysOf(productions.fields, 'fait')).toEqual(
      keysAt(['taches', '*', 'productions', '*']).toSorted()
    );
    expect(keysOf(AMOUNT_FIELDS, 'lignes')).toEqual(keysAt(['taches', '*', 'montants', '*']).toSorted());
    expect(saleLines.fields.map(({ key }) => key).toSorted()).toEqual(
      keysAt(['decor', 'commandes', 'documents', '*', 'lignes', '*']).toSorted()
    );
  });

  it('of the decor, by a table, a record or the tree', () => {
    const parts = [...TABLES, ...PARTS.flatMap(({ sheets }) => sheets)].map(({ path }) => path);
    const written = (list: readonly string[]) =>
      new Set(parts.filter(([top]) => top === 'decor').map((path) => path[list.length]));
    for (const under of [[], ['courrier'], ['agenda'], ['commandes']])
      for (const key of keysAt(['decor', ...under])) {
        const sheet = under[0] === 'courrier' && key === 'dossiers';
        expect(sheet || written(['decor', ...under]).has(key), [...under, key].join('.')).toBe(true);
      }
  });
});
