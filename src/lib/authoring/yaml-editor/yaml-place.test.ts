import { describe, expect, it } from 'vitest';
import { placeAt, siblingKeys, type Step } from './yaml-place';
import { descriptionAt, keysAt, valuesAt } from './schema';
import { schemaOf } from './assist';
import { namesAt } from './names';

/** The place of the bar in a text. */
function at(text: string) {
  const before = text.slice(0, text.indexOf('|'));
  const lines = text.replace('|', '').split('\n');
  const row = before.split('\n').length - 1;
  const place = placeAt(lines, row, before.length - before.lastIndexOf('\n') - 1);
  return place && { path: words(place.path), wants: place.wants };
}
const words = (path: readonly Step[]) => path.map((step) => (step === 'item' ? '-' : step.key)).join(' ');

describe('where the cursor is', () => {
  it.each([
    ['ti|', '', 'key'],
    ['titre: |', 'titre', 'value'],
    ['entreprise:\n  no|', 'entreprise', 'key'],
    ['deroule:\n  - id: a\n    cou|', 'deroule -', 'key'],
    ['deroule:\n- id: a\n  cou|', 'deroule -', 'key'],
    ['deroule:\n  - i|', 'deroule -', 'key'],
    ['deroule:\n  - id: a\n    courriel:\n      de: |', 'deroule - courriel de', 'value'],
    ['deroule:\n  - id: a\n    courriel:\n      corps: texte\n      d|', 'deroule - courriel', 'key'],
    [
      'taches:\n  - id: x\n    attendus:\n      - { id: a, fait: { fait: |',
      'taches - attendus - fait fait',
      'value'
    ],
    ['taches:\n  - { id: a, ti|', 'taches -', 'key'],
    ['a:\n  pieces: [x.pdf, |', 'a pieces -', 'value'],
    [
      'criteres:\n  CP1.1:\n    indicateurs:\n      - id: x\n        te|',
      'criteres CP1.1 indicateurs -',
      'key'
    ],
    ['a:\n  texte: |\n'.replace('|', '>') + '    prose\n  b|', 'a', 'key']
  ])('%j', (text, path, wants) => {
    expect(at(text)).toEqual({ path, wants });
  });

  it('is nowhere in a comment or in running text', () => {
    expect(at('titre: x # ici |')).toBeNull();
    expect(placeAt(['a:', '  corps: |', '    Bonjour, voici'], 2, 18)).toBeNull();
  });

  it('knows the keys that are there', () => {
    const lines = ['deroule:', '  - id: a', '    a: "00:01"', '    x', '  - id: b', '    titre: t'];
    expect([...siblingKeys(lines, 3, 4)].sort()).toEqual(['a', 'id']);
  });
});

describe('what the format says there', () => {
  const scenario = schemaOf('scenario.yaml');
  const path = (text: string): Step[] =>
    text.split(' ').map((word) => (word === '-' ? 'item' : { key: word }));

  it('offers the keys of an event, what is due first', () => {
    const keys = keysAt(scenario, path('deroule -'));
    expect(keys[0]).toMatchObject({ key: 'id', required: true });
    expect(keys.map(({ key }) => key)).toContain('courriel');
  });

  it('offers closed choices', () => {
    expect(valuesAt(scenario, path('deroule - courriel priorite'))).toEqual(['normale', 'haute']);
    expect(valuesAt(scenario, path('deroule - manuel'))).toContain('true');
  });

  it('explains in French', () => {
    expect(descriptionAt(scenario, path('deroule - courriel de'))).not.toBe('');
  });

  it('offers the names of the scenario', () => {
    const source = {
      personnes: { aubry: { nom: 'Jean Aubry' } },
      taches: [{ id: 't', productions: [{ id: 'p', titre: 'Lettre' }] }],
      deroule: [{ id: 'e', appel: { dialogue: { accueil: { dit: 'Bonjour' } } } }]
    };
    const names = (where: string, pieces: string[] = []) =>
      namesAt(path(where), source, pieces).map(({ name }) => name);
    expect(names('deroule - courriel de')).toEqual(['aubry', 'poste']);
    expect(names('deroule - a')).toEqual([]);
    expect(names('deroule - courriel pieces -', ['x.pdf'])).toEqual(['x.pdf']);
    expect(names('deroule - appel dialogue accueil choix - vers')).toEqual(['accueil']);
    expect(names('criteres CP1.1 indicateurs - productions -')).toEqual(['t/p']);
  });
});
