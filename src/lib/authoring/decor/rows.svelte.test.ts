import { describe, expect, it } from 'vitest';
import { draftOf, formOf, WRITTEN } from '../../../../tests/builders/written-scenario';
import { SCENARIO } from '../document/draft.svelte';
import { calledOf } from './called';
import { TABLES } from './parts';
import { saleLines } from './parts-sales';
import { addPart, addRows, followName, freshRow, hasPart, moveRow, removeRow, rowsOf } from './rows';

const table = (id: string) => TABLES.find((item) => item.id === id)!;
const at = (draft: ReturnType<typeof draftOf>, id: string) => formOf(draft, ...table(id).path);

describe('the rows of the decor', () => {
  it('are added at the end in one step of undo, everything else to the letter', () => {
    const draft = draftOf();
    addRows(at(draft, 'personnes'), table('personnes'), [
      { id: 'zoe', row: { nom: 'Zoé Élie', fonction: 'Achats', tel: '0612345678' } },
      { id: 'max', row: { nom: 'Max', fonction: 'Stock' } }
    ]);
    const line = '  aubry: { nom: Jean Aubry,   fonction: Client, tel: "02 61 91 22 08" }\n';
    expect(draft.files[SCENARIO]).toBe(
      WRITTEN.replace(
        line,
        `${line}  zoe: { nom: Zoé Élie, fonction: Achats, tel: "0612345678" }\n  max: { nom: Max, fonction: Stock }\n`
      )
    );
    draft.undo();
    expect(draft.files[SCENARIO]).toBe(WRITTEN);
  });

  it('are taken away with their comment, and a list that empties stays a list', () => {
    const draft = draftOf();
    const form = at(draft, 'articles');
    removeRow(form, rowsOf(form, table('articles'))[0]!);
    expect(form.list).toEqual([]);
    expect(draft.files[SCENARIO]).toContain('    articles: []\n');
    freshRow(form, table('articles'));
    expect(form.list).toHaveLength(1);
    expect(draft.files[SCENARIO]).toContain('    articles:\n      - { id: article,');
  });

  it('begin with what there is to choose: a calendar of the first colleague, then a room', () => {
    const draft = draftOf();
    expect(hasPart(draft, 'agenda')).toBe(false);
    addPart(draft, 'agenda');
    const calendars = at(draft, 'calendriers');
    freshRow(calendars, table('calendriers'));
    freshRow(calendars, table('calendriers'));
    expect(calendars.list).toEqual([
      { id: 'agenda', personne: 'claire', couleur: '#2450a6' },
      { id: 'agenda_2', salle: 'Salle', couleur: '#8a5000' }
    ]);
    freshRow(at(draft, 'rendez-vous'), table('rendez-vous'));
    expect(at(draft, 'rendez-vous').list).toEqual([
      {
        id: 'rendez_vous',
        titre: 'Rendez-vous',
        calendriers: ['agenda'],
        debut: '2026-03-17 14:00',
        fin: '2026-03-17 15:00'
      }
    ]);
  });

  it('of a sales document are of the first article, or of none when there is none', () => {
    const draft = draftOf();
    const form = formOf(draft, 'taches', 0, 'lignes');
    freshRow(form, saleLines);
    expect(form.list).toEqual([{ article: 'jar', quantite: 1 }]);
  });

  it('new ones take the identifier of the name they are given, and what names them follows', () => {
    const draft = draftOf();
    const people = at(draft, 'personnes');
    expect(freshRow(people, table('personnes'))).toBe('personne');
    draft.edit(SCENARIO, (yaml) => yaml.set(['deroule', 0, 'courriel', 'de'], 'personne'));
    followName(people, table('personnes'), { id: 'personne', step: 'personne' }, 'Zoé Élie');
    expect(Object.keys(people.map)).toEqual(['claire', 'aubry', 'zoe_elie']);
    expect(formOf(draft, 'deroule', 0).text('courriel', 'de')).toBe('zoe_elie');
    followName(people, table('personnes'), { id: 'claire', step: 'claire' }, 'Autre nom');
    expect(Object.keys(people.map)).toContain('claire');
  });

  it('move with their comments', () => {
    const draft = draftOf();
    moveRow(at(draft, 'dossiers'), 1, -1);
    expect(at(draft, 'dossiers').list.map((item) => (item as { id: string }).id)).toEqual([
      'clos',
      'clients'
    ]);
    expect(draft.files[SCENARIO]).toContain('parent: clients } # un sous-dossier');
  });

  it('are called by their name, or by what they are', () => {
    const draft = draftOf();
    expect(calledOf(draft, table('personnes'), 'claire')).toBe('Claire Morvan');
    expect(calledOf(draft, table('fichiers'), 1)).toBe('bl.pdf');
    expect(calledOf(draft, table('messages'), 4)).toBe('message 5');
  });
});
