import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CONTENTS } from '../../scenario/format-channels';
import { readYaml } from '../../scenario/yaml-source';
import { declaredAt } from './declared';
import { listIn, mapIn, valueAt, type Loose } from './loose';
import { namedValuesIn } from './named-values';
import { namedElsewhere, placesOf, referencesTo } from './references';

const TEXTS: Readonly<Record<string, string>> = {
  'scenario.yaml': `
poste: { responsable: claire }
personnes:
  claire: { nom: Claire }
  aubry: { nom: Jean Aubry }
dossier: { documents: [cgv] }
decor:
  dossiers:
    - { id: aubry, nom: Aubry }
    - { id: sous, nom: Sous, parent: aubry }
  fichiers:
    - { id: cgv, piece: cgv.pdf, dossier: aubry }
  courrier:
    messages:
      - { id: casse, de: aubry, dossier: aubry, objet: aubry }
  commandes:
    documents:
      - { id: fa, client: clos }
taches:
  - id: lettre
    titre: Répondre
    donnee_par: appel
    productions: [{ id: avoir, fait: { fait: piece.validee, client: clos } }]
    attendus: [{ id: juste, fait: { fait: message.pris, pour: { parmi: [claire, aubry] }, contient: aubry } }]
deroule:
  - id: appel
    a: "00:05"
    appel:
      de: aubry
      dialogue:
        debut:
          choix: [{ id: oui, vers: fin }, { id: passer, action: prevenir, pour: claire, vers: debut }]
          saisie: [{ si: { contient: aubry, pour: claire }, vers: fin }]
        fin: { fin: promis }
    attendus: [{ id: transmis, evenement: appel, issue: [promis, messagerie] }]
  - id: suite
    quand:
      tous:
        - { evenement: appel, issue: promis }
        - { absence: { fait: courriel.envoye, a: aubry }, pendant: 5 min, depuis: { tache: lettre, issue: rendue } }
    commandes: { par: claire, livre: { piece: fa } }
  - id: autre
    annule_si: { fait: appel.decroche, appel: appel }
    appel: { de: claire, dialogue: { debut: { dit: Oui, choix: [{ id: oui, vers: fin }] }, fin: { fin: promis } } }
  - { id: depose, manuel: true, depot: { par: claire, piece: cgv.pdf, dossier: aubry } }
`,
  'grille.yaml': `
criteres:
  CP1.1:
    indicateurs:
      - { id: un, texte: La lettre, productions: [lettre/avoir, lettre], preuves: [{ attendu: transmis }] }
`,
  'parcours/parfait.yaml': `
titre: Parfait
etapes:
  - { heure: "00:05:10", fait: appel.decroche, appel: appel }
  - { heure: "00:05:30", fait: appel.choix, appel: appel, choix: oui }
  - { heure: "00:06", fait: document.remis, tache: lettre, production: avoir, nom: aubry }
  - { heure: "00:09", surveillant: declenche, evenement: depose }
`
};
const FILES = Object.fromEntries(
  Object.entries(TEXTS).map(([file, text]) => [file, readYaml(file, text).value])
);
const at = (named: Parameters<typeof referencesTo>[1]) =>
  referencesTo(FILES, named).map(
    ({ file, path }) => `${file.replace(/\.yaml|parcours\//g, '')} ${path.join('.')}`
  );

describe('where something is named', () => {
  it('finds an event in triggers, what calls it off, tasks, evidence and recorded runs', () => {
    expect(at({ kind: 'event', name: 'appel' })).toEqual([
      'scenario taches.0.donnee_par',
      'scenario deroule.0.attendus.0.evenement',
      'scenario deroule.1.quand.tous.0.evenement',
      'scenario deroule.2.annule_si.appel',
      'parfait etapes.0.appel',
      'parfait etapes.1.appel'
    ]);
    expect(at({ kind: 'event', name: 'depose' })).toEqual(['parfait etapes.3.evenement']);
  });

  it('finds a person, and neither the folder nor the text of the same name', () => {
    expect(at({ kind: 'person', name: 'aubry' })).toEqual([
      'scenario decor.courrier.messages.0.de',
      'scenario taches.0.attendus.0.fait.pour.parmi.1',
      'scenario deroule.0.appel.de',
      'scenario deroule.1.quand.tous.1.absence.a'
    ]);
    expect(at({ kind: 'person', name: 'claire' })).toContain(
      'scenario deroule.0.appel.dialogue.debut.choix.1.pour'
    );
    expect(at({ kind: 'folder', name: 'aubry' })).toEqual([
      'scenario decor.dossiers.1.parent',
      'scenario decor.fichiers.0.dossier',
      'scenario deroule.3.depot.dossier'
    ]);
  });

  it('finds a task and its production where a juror looks, and writes each half anew', () => {
    const task = referencesTo(FILES, { kind: 'task', name: 'lettre' });
    expect(task.map(({ becomes }) => becomes('courrier'))).toEqual([
      'courrier',
      'courrier/avoir',
      'courrier',
      'courrier'
    ]);
    const production = referencesTo(FILES, { kind: 'production', name: 'avoir', within: 'lettre' });
    expect(production.map(({ file, becomes }) => [file, becomes('note')])).toEqual([
      ['grille.yaml', 'lettre/note'],
      ['parcours/parfait.yaml', 'note']
    ]);
  });

  it('keeps to one event the lines, the choices and the outcomes of its conversation', () => {
    expect(at({ kind: 'line', name: 'fin', within: 'appel' })).toEqual([
      'scenario deroule.0.appel.dialogue.debut.choix.0.vers',
      'scenario deroule.0.appel.dialogue.debut.saisie.0.vers'
    ]);
    expect(at({ kind: 'choice', name: 'oui', within: 'appel' })).toEqual(['parfait etapes.1.choix']);
    expect(at({ kind: 'choice', name: 'oui', within: 'autre' })).toEqual([]);
    expect(at({ kind: 'outcome', name: 'promis', within: 'appel' })).toEqual([
      'scenario deroule.0.attendus.0.issue.0',
      'scenario deroule.1.quand.tous.0.issue'
    ]);
  });

  it('tells pieces, files of the decor and commercial documents apart', () => {
    expect(at({ kind: 'piece', name: 'cgv.pdf' })).toEqual([
      'scenario decor.fichiers.0.piece',
      'scenario deroule.3.depot.piece'
    ]);
    expect(at({ kind: 'file', name: 'cgv' })).toEqual(['scenario dossier.documents.0']);
    expect(at({ kind: 'sale', name: 'fa' })).toEqual(['scenario deroule.1.commandes.livre.piece']);
    expect(at({ kind: 'client', name: 'clos' })).toHaveLength(2);
  });
});

describe('what would be broken by a deletion', () => {
  it('counts what goes away with an event, and not what it says of itself', () => {
    expect(placesOf(namedElsewhere(FILES, ['deroule', 0]))).toEqual([
      { where: 'Travail «\u00a0Répondre\u00a0»', times: 1 },
      { where: 'Événement «\u00a0suite\u00a0», ce qui le déclenche', times: 1 },
      { where: 'Événement «\u00a0autre\u00a0», ce qui l’annule', times: 1 },
      { where: 'Parcours «\u00a0Parfait\u00a0», à 0\u00a0h\u00a005', times: 2 },
      { where: 'Grille, CP1.1, «\u00a0La lettre\u00a0»', times: 1 }
    ]);
  });

  it('counts what names one production of a task, or one expectation of a task or an event', () => {
    const files = (path: readonly (string | number)[]) => namedElsewhere(FILES, path).map(({ file }) => file);
    expect(files(['taches', 0, 'productions', 0])).toEqual(['grille.yaml', 'parcours/parfait.yaml']);
    expect(files(['deroule', 0, 'attendus', 0])).toEqual(['grille.yaml']);
  });

  it('counts with a line the outcome that only it comes to, and with a task its productions', () => {
    expect(declaredAt(FILES['scenario.yaml'] as never, ['deroule', 0, 'appel', 'dialogue', 'fin'])).toEqual([
      { kind: 'line', name: 'fin', within: 'appel' },
      { kind: 'outcome', name: 'promis', within: 'appel' }
    ]);
    expect(namedElsewhere(FILES, ['taches', 0]).map(({ file }) => file)).toEqual([
      'scenario.yaml',
      'grille.yaml',
      'grille.yaml',
      'parcours/parfait.yaml',
      'grille.yaml',
      'parcours/parfait.yaml'
    ]);
    expect(namedElsewhere(FILES, ['deroule', 3]).map(({ file }) => file)).toEqual(['parcours/parfait.yaml']);
    expect(namedElsewhere(FILES, ['decor', 'dossiers', 1])).toEqual([]);
  });
});

describe('in the four-hour scenario, which the checker accepts', () => {
  const folder = join(process.cwd(), 'scenarios/verdelis');
  const files = [
    'scenario.yaml',
    'grille.yaml',
    ...readdirSync(join(folder, 'parcours')).map((file) => `parcours/${file}`)
  ];
  const data = Object.fromEntries(
    files.map((file) => [file, readYaml(file, readFileSync(join(folder, file), 'utf8')).value])
  );
  const scenario = data['scenario.yaml'] as Loose;

  it('every event, task, line, outcome, choice, expectation and person that is named is declared', () => {
    const lists = ['deroule', 'taches'].flatMap((list) =>
      listIn(scenario[list]).flatMap((item, at) => {
        const content = CONTENTS.find((key) => key in mapIn(item));
        const lines = Object.keys(mapIn(valueAt(item, [content ?? '', 'dialogue'])));
        return [[list, at], ...lines.map((line) => [list, at, content ?? '', 'dialogue', line])];
      })
    );
    const people = Object.keys(mapIn(scenario['personnes'])).map((id) => ['personnes', id]);
    const declared = [...lists, ...people].flatMap((path) => declaredAt(scenario, path));
    const known = new Set(declared.map(({ kind, name, within }) => `${kind} ${within ?? ''} ${name}`));
    const kinds = new Set(['event', 'task', 'line', 'expectation', 'person', 'production']);
    const lost = files.flatMap((file) =>
      namedValuesIn(data[file])
        .filter(({ kinds: of }) => of.length === 1 && kinds.has(of[0]!))
        .filter(({ name }) => /^[a-z][a-z0-9_-]*$/.test(name) && name !== 'poste')
        .filter(({ kinds: of, name, within }) => !known.has(`${of[0]} ${within ?? ''} ${name}`))
        .map(({ path, name }) => `${file} ${path.join('.')} ${name}`)
    );
    expect(lost).toEqual([]);
    expect(declared.length).toBeGreaterThan(100);
  });
});
