import { describe, it } from 'vitest';
import { adding, both, expectOnly, plant, type Fault } from '../../../tests/builders/planted-fault';

const notice = 'annonce: { titre: T, texte: T }';

const FAULTS: readonly Fault[] = [
  [
    'nom.double',
    adding(`  - { id: casse, manuel: true, courriel: { de: directrice, objet: O, corps: C } }`),
    'casse, manuel',
    'message du décor'
  ],
  [
    'nom.double',
    both(
      plant(
        'scenario',
        '  courrier:\n',
        '  plis: [{ id: lettre, expediteur: X, destinataire: Y, contenu: [cgv.pdf] }]\n  courrier:\n'
      ),
      adding('  - { id: lettre, manuel: true, pli: { expediteur: X, destinataire: Y, contenu: [cgv.pdf] } }')
    ),
    'id: lettre, expediteur',
    'pli du déroulé'
  ],
  [
    'nom.reserve',
    plant('scenario', 'personnes:\n', 'personnes:\n  poste: { nom: P, fonction: F }\n'),
    'poste: { nom',
    'candidat'
  ],
  [
    'nom.double',
    plant('scenario', 'personnes:\n', 'personnes:\n  copie: { nom: P, fonction: F, poste: "101" }\n'),
    '  copie:',
    'candidat'
  ],
  [
    'nom.double',
    plant('scenario', 'personnes:\n', 'personnes:\n  copie: { nom: P, fonction: F, tel: "0261912208" }\n'),
    '  aubry: {',
    'copie'
  ],
  [
    'nom.double',
    plant(
      'scenario',
      'personnes:\n',
      'personnes:\n  copie: { nom: P, fonction: F, courriel: J.Aubry@clos.example }\n'
    ),
    '  aubry: {',
    'copie'
  ],
  [
    'dossier.boucle',
    plant('scenario', '{ id: modeles, nom: Modèles }', '{ id: modeles, nom: Modèles, parent: modeles }'),
    'parent: modeles',
    'lui-même'
  ],
  [
    'dossier.boucle',
    both(
      plant('scenario', '{ id: clients, nom: Clients }', '{ id: clients, nom: Clients, parent: sous }'),
      plant(
        'scenario',
        '  fichiers:',
        '    - { id: sous, nom: S, parent: clients }\n    - { id: fond, nom: F, parent: sous }\n  fichiers:'
      )
    ),
    'parent: sous }\n    - { id: sous',
    'clients, sous'
  ],
  [
    'format.valeur',
    plant('scenario', 'dit: "Bonjour, Jean Aubry. Je voudrais parler à madame Morvan."', 'dit: "  "'),
    'dit: "  "',
    'vide'
  ],
  [
    'format.valeur',
    plant('scenario', 'objet: Imprimante en panne', 'objet: "\u00a0"'),
    'objet: "\u00a0"',
    'vide'
  ],
  [
    'format.valeur',
    plant('scenario', 'contient: [message, rappeler]', 'contient: [message, " "]'),
    'message, " "',
    'vide'
  ],
  ['temps.date', plant('scenario', 'date: "2026-03-16"', 'date: "2026-13-45"'), '2026-13-45', 'existe'],
  ['temps.date', plant('scenario', 'le: "2026-03-17 08:12"', 'le: "2026-03-17 25:02"'), '25:02', 'existe'],
  [
    'temps.date',
    plant('scenario', 'debut: "2026-03-19 14:00"', 'debut: "2026-02-30 14:00"'),
    '2026-02-30',
    'existe'
  ],
  [
    'temps.date',
    adding(
      `  - { id: v, quand: { fait: rendezvous.cree, debut: { parmi: ["2026-02-30 08:30"] } }, ${notice} }`
    ),
    'id: v,',
    'existe'
  ],
  [
    'temps.date',
    adding(
      '  - { id: v, a: "00:09", agenda: { par: directrice, deplace: { rendez_vous: comite, debut: "2026-02-30 14:00", fin: "2026-03-30 15:00" } } }'
    ),
    'id: v,',
    'existe'
  ]
];

describe('names that two things share, folders, blank texts and dates', () => {
  it.each(FAULTS)('%s', (...fault) => expectOnly(fault));
});
