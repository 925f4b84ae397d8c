import { describe, expect, it } from 'vitest';
import { exampleFolder, scopeForTest } from '../../../tests/builders/example-scenario';
import { adding, both, expectOnly, plant, type Fault } from '../../../tests/builders/planted-fault';
import { checkScenario } from './check';
import { compilePattern } from './compile-pattern';
import { matchesFact } from './match';

const notice = 'annonce: { titre: T, texte: T }';
/** An event of the script that waits for a fact, on a line of its own. */
const waits = (pattern: string) => adding(`  - { id: v, quand: { fait: ${pattern} }, ${notice} }`);
const step = (rest: string) =>
  plant('run', '  - { heure: "00:05:10"', `  - { heure: "00:04:30", ${rest} }\n  - { heure: "00:05:10"`);
const said = plant(
  'scenario',
  'si: { contient_tout: [aubry, "20"], pour: directrice }',
  'si: { contient_tout: [aubry, "20"], pour: directice }'
);

const FAULTS: readonly Fault[] = [
  ['format.cle-inconnue', waits('note.client, cleint: clos'), 'id: v,', 'client'],
  ['format.cle-inconnue', waits('note.client, poste: "201"'), 'id: v,', 'texte'],
  ['format.cle-inconnue', waits('rendezvous.cree, titre: { contien: comité }'), 'id: v,', 'contient'],
  ['format.cle-inconnue', waits('courriel.envoye, piece: { non: { contient: a } }'), 'id: v,', 'nom'],
  ['format.cle-inconnue', waits('courriel.envoye, objet: { nom: { contient: a } }'), 'id: v,', 'contient'],
  ['format.valeur', waits('note.client, texte: { contient: { a: b } }'), 'id: v,', 'contient: ['],
  ['format.valeur', waits('piece.validee, total: "414,00"'), 'id: v,', '62.50'],
  ['format.cle-inconnue', step('fait: note.client, clients: clos'), '"00:04:30"', 'client'],
  ['nom.personne', waits('courriel.envoye, a: { parmi: [aubry, directice] }'), 'id: v,', 'directrice'],
  ['nom.personne', waits('courriel.envoye, a: { sauf: directice }'), 'id: v,', 'directrice'],
  ['nom.personne', waits('courriel.envoye, a: Claire Morvant'), 'id: v,', 'poste, directrice'],
  ['nom.evenement', waits('courriel.lu, courriel: { parmi: [casse, relence] }'), 'id: v,', 'relance'],
  ['nom.evenement', waits('courriel.transfere, origine: cassse'), 'id: v,', 'casse'],
  ['nom.dossier', waits('fichier.range, dossier: Modelles'), 'id: v,', 'Modèles'],
  ['nom.dossier', waits('courriel.classe, dossier: Client'), 'id: v,', 'Clients'],
  ['nom.production', waits('document.remis, tache: reclamation, production: lettres'), 'id: v,', 'lettre'],
  ['nom.document', waits('piece.validee, source: FA-2026-9999'), 'id: v,', 'FA-2026-0387'],
  ['nom.valeur', waits('piece.validee, type: avoirr'), 'id: v,', 'avoir'],
  ['nom.pli', waits('pli.ouvert, pli: notaire'), 'id: v,', 'déclaré'],
  ['nom.choix', waits('appel.choix, appel: appel_aubry, choix: absent'), 'id: v,', 'absente'],
  ['nom.personne', said, 'pour: directice', 'directrice'],
  [
    'nom.poste',
    plant('scenario', 'action: transfert, poste: "201"', 'action: transfert, poste: "299"'),
    'poste: "299"',
    '201'
  ],
  [
    'nom.tache',
    step('fait: document.remis, tache: reclamations, production: lettre'),
    '"00:04:30"',
    'reclamation'
  ],
  ['nom.evenement', step('fait: courriel.lu, courriel: cassse'), '"00:04:30"', 'casse'],
  [
    'motif.impossible',
    plant(
      'scenario',
      'si: { contient: [message, rappeler] }',
      'si: { contient: [message, rappeler], pour: aubry }'
    ),
    'rappeler], pour',
    'message'
  ]
];

describe('patterns and steps of runs', () => {
  it.each(FAULTS)('%s', (...fault) => expectOnly(fault));

  it('accept what is written in full, numbers to come, calendars and customers by name', () => {
    const patterns = [
      'courriel.envoye, a: j.aubry@clos.example, cc: { sauf: [poste] }',
      'courriel.envoye, pieces: { existe: true }, piece: { nom: { contient: avoir }, type: pdf }',
      'rendezvous.cree, calendriers: Claire Morvan, debut: { existe: true }',
      'piece.validee, client: Clos angevin, source: AV-2026-0031, lignes: { article: JAR-80, quantite: 6 }',
      'appel.transfere, poste: directrice',
      'appel.choix, appel: appel_aubry, choix: { existe: true }'
    ];
    const events = patterns.map(
      (pattern, at) => `  - { id: v${at}, quand: { fait: ${pattern} }, ${notice} }`
    );
    expect(checkScenario(exampleFolder(both(adding(events.join('\n')))))).toEqual([]);
  });

  it('find a chosen answer by its name', () => {
    const scope = scopeForTest(exampleFolder());
    const test = compilePattern({ fait: 'appel.choix', appel: 'appel_aubry', choix: 'absente' }, scope);
    const chosen = (choice: string) => ({
      fait: 'appel.choix',
      appel: scope.callKey('appel_aubry'),
      choix: scope.choiceNumber('appel_aubry', 'accueil', choice)
    });
    expect(matchesFact(chosen('absente'), test, 0)).toBe(true);
    expect(matchesFact(chosen('sec'), test, 0)).toBe(false);
  });
});
