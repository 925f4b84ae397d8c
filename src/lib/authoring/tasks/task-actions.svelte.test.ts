import { describe, expect, it } from 'vitest';
import { draftOf, formOf, WRITTEN } from '../../../../tests/builders/written-scenario';
import { freshRow } from '../decor/rows';
import { SCENARIO } from '../document/draft.svelte';
import { tasks } from './tables';
import { addAmount, addExpectation, FIRST_PRODUCTION, recompute, removeItem } from './task-actions';

describe('a work of the subject', () => {
  it('begins with a deliverable, and what is already written stays to the letter', () => {
    const draft = draftOf();
    freshRow(formOf(draft, 'taches'), tasks, { productions: FIRST_PRODUCTION });
    expect(formOf(draft, 'taches', 1).value).toEqual({
      id: 'travail',
      titre: 'Nouveau travail',
      consigne: 'Ce qui est demandé.',
      productions: [{ id: 'production', titre: 'Document à remettre', type: 'texte' }]
    });
    const [before, after] = WRITTEN.split('deroule:');
    expect(draft.files[SCENARIO]!.startsWith(before!)).toBe(true);
    expect(draft.files[SCENARIO]!.endsWith(`deroule:${after}`)).toBe(true);
  });

  it('has amounts computed from the catalogue, and computed again', () => {
    const draft = draftOf();
    const task = formOf(draft, 'taches', 0);
    addAmount(task, { article: 'jar', quantite: 6, remise: 8 });
    expect(task.at('montants').list).toEqual([
      { id: 'montant', lignes: [{ article: 'jar', quantite: 6, remise: 8 }], ht: 345, tva: 69, total: 414 }
    ]);
    draft.edit(SCENARIO, (yaml) => yaml.set(['taches', 0, 'montants', 0, 'lignes', 0, 'quantite'], 12));
    recompute(task.at('montants', 0));
    expect(task.at('montants', 0).map).toMatchObject({ ht: 690, tva: 138, total: 828 });
  });

  it('has expectations of names that no other has, and loses its list with the last', () => {
    const draft = draftOf();
    const task = formOf(draft, 'taches', 0);
    addExpectation(task);
    addExpectation(task);
    expect(task.at('attendus').list.map((item) => (item as { id: string }).id)).toEqual([
      'attendu',
      'attendu_2'
    ]);
    removeItem(task, 'attendus', 1);
    removeItem(task, 'attendus', 0);
    expect(draft.files[SCENARIO]).toBe(WRITTEN);
  });
});
