import { describe, expect, it } from 'vitest';
import { Draft, SCENARIO } from './draft.svelte';
import { namesToFollow, renameAt, whereNamed } from './rename';

const TEXT = `personnes:
  claire: { nom: Claire Morvan } # la directrice
  aubry: { nom: Jean Aubry }
taches:
  - { id: lettre, titre: Lettre, donnee_par: appel }
deroule:
  # l’appel du matin
  - id: appel
    a: "00:05"
    appel:
      de: aubry
      dialogue:
        debut:
          choix:
            - { id: oui, vers: fin } # le bon
        fin: { dit: Merci, fin: promis }
  - { id: suite, apres: { evenement: appel, issue: [promis, manque] }, annonce: { titre: A, texte: B } }
`;
const GRID = `criteres:
  CP1.1:
    indicateurs:
      - { id: un, texte: Un, productions: [lettre], preuves: [{ constat: Oui, evenement: appel, issue: promis }] }
`;
const RUN = `etapes:
  - { heure: "00:05", fait: appel.decroche, appel: appel } # vite
`;
const texts = { 'parcours/parfait.yaml': RUN, 'grille.yaml': GRID, [SCENARIO]: TEXT };
const open = (readOnly = false) => new Draft({ id: 'x', version: 1, texts, pieces: [], readOnly });

describe('a renaming', () => {
  it('follows an event through the script, the grid and the recorded runs, in one step of undo', () => {
    const draft = open();
    renameAt(draft, ['deroule', 0], 'appel_aubry', true);
    expect(draft.files[SCENARIO]).toBe(
      TEXT.replace('donnee_par: appel', 'donnee_par: appel_aubry')
        .replace('- id: appel', '- id: appel_aubry')
        .replace('evenement: appel', 'evenement: appel_aubry')
    );
    expect(draft.files['grille.yaml']).toBe(GRID.replace('evenement: appel', 'evenement: appel_aubry'));
    expect(draft.files['parcours/parfait.yaml']).toBe(RUN.replace('appel: appel', 'appel: appel_aubry'));
    draft.undo();
    expect(draft.files).toEqual(texts);
    expect(draft.canUndo).toBe(false);
  });

  it('leaves the rest alone when the author says so: the checker will tell', () => {
    const draft = open();
    renameAt(draft, ['deroule', 0], 'appel_aubry', false);
    expect(draft.files['grille.yaml']).toBe(GRID);
    expect(draft.files[SCENARIO]).toBe(TEXT.replace('- id: appel', '- id: appel_aubry'));
  });

  it('follows a person, a line of a dialogue, a choice and an outcome, comments kept', () => {
    const draft = open();
    const dialogue = ['deroule', 0, 'appel', 'dialogue'];
    renameAt(draft, ['personnes', 'aubry'], 'client', true);
    renameAt(draft, [...dialogue, 'fin'], 'merci', true);
    renameAt(draft, [...dialogue, 'merci', 'fin'], 'accepte', true);
    renameAt(draft, ['taches', 0], 'courrier', true);
    expect(draft.files[SCENARIO]).toBe(
      TEXT.replace('aubry: {', 'client: {')
        .replace('de: aubry', 'de: client')
        .replace('vers: fin', 'vers: merci')
        .replace('fin: { dit: Merci, fin: promis', 'merci: { dit: Merci, fin: accepte')
        .replace('[promis,', '[accepte,')
        .replace('id: lettre', 'id: courrier')
    );
    expect(draft.files['grille.yaml']).toBe(
      GRID.replace('issue: promis', 'issue: accepte').replace('[lettre]', '[courrier]')
    );
  });

  it('says beforehand how many places follow, and for a deletion those that would be left', () => {
    const draft = open();
    expect(namesToFollow(draft, ['deroule', 0]).map(({ file }) => file)).toEqual([
      SCENARIO,
      SCENARIO,
      'grille.yaml',
      'parcours/parfait.yaml'
    ]);
    expect(
      whereNamed(draft, ['deroule', 0, 'appel', 'dialogue', 'fin']).map(({ path }) => path.at(-1))
    ).toEqual(['vers', 0, 'issue']);
    expect(whereNamed(draft, ['personnes', 'claire'])).toEqual([]);
  });

  it('touches nothing in a scenario that is only read, and leaves a broken file as it is', () => {
    const draft = open(true);
    renameAt(draft, ['deroule', 0], 'x', true);
    expect(draft.files).toEqual(texts);
    const broken = open();
    broken.setText('grille.yaml', 'a: "');
    renameAt(broken, ['deroule', 0], 'x', true);
    expect(broken.files['grille.yaml']).toBe('a: "');
    expect(broken.files['parcours/parfait.yaml']).toBe(RUN.replace('appel: appel', 'appel: x'));
  });
});
