import { describe, expect, it } from 'vitest';
import { exampleFolder, exampleTexts } from '../../../tests/builders/example-scenario';
import { adding, both, expectOnly, plant, type Fault } from '../../../tests/builders/planted-fault';
import { checkScenario } from './check';
import { MOST_BYTES } from './check-names';

const lines = (dialogue: string) =>
  `\n  - { id: v, a: "00:09", simultane: true, visite: { de: aubry, apparence: X, patience: 1 min, dialogue: { ${dialogue} } } }\n`;
const chat = (rest: string) =>
  `\n  - { id: v, a: "00:09", discussion: { ${rest}, dialogue: { a: { dit: "Bonjour", fin: ok } } } }\n`;
const notice = 'annonce: { titre: T, texte: T }';

const FAULTS: readonly Fault[] = [
  [
    'contenu',
    plant('scenario', '    manuel: true\n', `    manuel: true\n    ${notice}\n`),
    'annonce: {',
    'annonce'
  ],
  [
    'choix.action',
    adding(
      lines('a: { dit: "B", choix: [{ id: c, action: transfert, vers: b }] }, b: { dit: "B", fin: ok }')
    ),
    'id: v,',
    'registre'
  ],
  [
    'replique.remet',
    plant('scenario', 'merci: { dit: "Parfait', 'merci: { remet: cgv.pdf, dit: "Parfait'),
    'remet: cgv',
    'visiteur'
  ],
  [
    'nom.personne',
    adding(
      lines(
        'a: { dit: "B", choix: [{ id: c, action: prevenir, pour: directice, vers: b }] }, b: { dit: "B", fin: ok }'
      )
    ),
    'id: v,',
    'directrice'
  ],
  [
    'branche.masquee',
    adding(
      lines(
        'a: { dit: "B", choix: [{ id: c, action: registre, vers: b }, { id: d, action: registre, si: { contient: x }, vers: b }] }, b: { dit: "B", fin: ok }'
      )
    ),
    'id: v,',
    'au-dessus'
  ],
  ['discussion.exterieur', adding(chat('de: aubry')), 'id: v,', 'collegue'],
  [
    'temps.relance',
    adding(chat('de: directrice, patience: 1 min, relance: { apres: 1 min, dit: "?" }')),
    'id: v,',
    'patience'
  ],
  [
    'pli.recommande',
    adding(
      '\n  - { id: v, a: "00:09", pli: { expediteur: X, destinataire: Y, nature: recommande, contenu: [cgv.pdf] } }\n'
    ),
    'id: v,',
    'numero'
  ],
  [
    'nom.piece',
    adding('\n  - { id: v, a: "00:09", pli: { expediteur: X, destinataire: Y, contenu: [cgu.pdf] } }\n'),
    'id: v,',
    'cgv.pdf'
  ],
  [
    'nom.dossier',
    adding('\n  - { id: v, a: "00:09", depot: { par: directrice, piece: cgv.pdf, dossier: modele } }\n'),
    'id: v,',
    'modeles'
  ],
  [
    'contenu.choix',
    adding('\n  - { id: v, a: "00:09", agenda: { par: directrice } }\n'),
    'id: v,',
    'deplace'
  ],
  [
    'nom.rendez-vous',
    adding('\n  - { id: v, a: "00:09", agenda: { par: directrice, annule: comitee } }\n'),
    'id: v,',
    'comite'
  ],
  [
    'nom.commande',
    adding('\n  - { id: v, a: "00:09", commandes: { par: directrice, livre: { piece: fa-0388 } } }\n'),
    'id: v,',
    'fa-0387'
  ],
  [
    'nom.evenement',
    adding(`\n  - { id: v, quand: { tous: [{ evenement: appel_obry }, { heure: "00:02" }] }, ${notice} }\n`),
    'id: v,',
    'appel_aubry'
  ],
  [
    'nom.personne',
    adding(
      `\n  - { id: v, quand: { absence: { fait: courriel.envoye, a: obry }, pendant: 1 min }, ${notice} }\n`
    ),
    'id: v,',
    'aubry'
  ],
  [
    'evenement.jamais',
    adding(`\n  - { id: v, quand: { tous: [{ evenement: v }, { heure: "00:02" }] }, ${notice} }\n`),
    'id: v,',
    'attend'
  ],
  [
    'temps.creneau',
    plant('scenario', 'duree: "00:15"', 'duree: "00:15"\ncreneau: "00:45"'),
    'creneau',
    '0\u00a0h\u00a050'
  ],
  [
    'temps.chevauchement',
    adding(
      '\n  - { id: v, a: "00:05:30", visite: { de: aubry, apparence: X, patience: 1 min, dialogue: { a: { dit: "B", fin: ok } } } }\n'
    ),
    'id: v,',
    'simultane'
  ],
  [
    'temps.dense',
    adding(
      [6, 7, 7, 8, 9]
        .map((minute, index) => `\n  - { id: v${index}, a: "00:0${minute}", ${notice} }`)
        .join('') + '\n'
    ),
    'id: v3',
    'Étalez'
  ],
  [
    'temps.echeance-avant-tache',
    both(
      plant('scenario', '    echeance: "00:12"', '    donnee_par: v\n    echeance: "00:12"'),
      adding(`\n  - { id: v, a: "00:13", ${notice} }\n`)
    ),
    'echeance: "00:12"',
    '00:13'
  ],
  ['critere.absent', plant('grid', /partielle.*\n/.exec(exampleTexts().grid)![0], ''), 'criteres:', 'CP7.2'],
  [
    'critere.sans-preuve',
    plant('grid', '  CP7.3:', '  CP7.4: { indicateurs: [{ id: oeil, texte: À l’œil }] }\n  CP7.3:'),
    'CP7.4',
    'CP7.4'
  ],
  [
    'tache.sans-critere',
    plant('grid', '        productions: [reclamation/lettre]\n', ''),
    '- id: reclamation',
    'reclamation'
  ],
  [
    'montant.faux',
    plant(
      'scenario',
      '    reponse:',
      '    montants: [{ id: avoir, lignes: [{ article: jardiniere, quantite: 6, remise: 8 }], ht: 345.00, tva: 69.00, total: 441.00 }]\n    reponse:'
    ),
    'montants: [{',
    '414.00'
  ],
  [
    'montant.incoherent',
    plant('scenario', 'type: avoir, total: 414.00 } }', 'type: avoir, ht: 354.00, total: 414.00 } }'),
    'ht: 354.00',
    'TVA'
  ]
];

describe('checkScenario, channels, conditions, pace and amounts', () => {
  let line = 0;
  it.each(FAULTS)('%s', (...fault) => expectOnly(fault));

  it('says nothing of right amounts, of an intended overlap, and of a task given in time', () => {
    const fault = both(
      plant(
        'scenario',
        '    reponse:',
        '    montants: [{ id: avoir, lignes: [{ article: jardiniere, quantite: 6, remise: 8 }], ht: 345.00, tva: 69.00, total: 414.00 }]\n    donnee_par: v\n    reponse:'
      ),
      adding(
        '\n  - { id: v, a: "00:05:30", simultane: true, visite: { de: aubry, apparence: X, patience: 1 min, dialogue: { a: { dit: "B", fin: ok } } } }\n'
      )
    );
    expect(checkScenario(exampleFolder(fault))).toEqual([]);
  });

  it('warns of a piece that no application of the post opens', () => {
    const folder = exampleFolder((texts) => {
      plant('scenario', 'piece: cgv.pdf', 'piece: cgv.odt')(texts);
      line = texts.scenario.split('\n').findIndex((text) => text.includes('cgv.odt')) + 1;
    });
    const piece = { ...folder.pieces.get('cgv.pdf')!, name: 'cgv.odt' };
    expect(checkScenario({ ...folder, pieces: new Map([[piece.name, piece]]) })).toEqual([
      expect.objectContaining({ code: 'piece.type', severity: 'avertissement', file: 'scenario.yaml', line })
    ]);
  });

  it('refuses a piece that a post would be slow to open', () => {
    const folder = exampleFolder();
    const heavy = { ...folder.pieces.get('cgv.pdf')!, bytes: new Uint8Array(MOST_BYTES + 1) };
    const problems = checkScenario({ ...folder, pieces: new Map([['cgv.pdf', heavy]]) });
    expect(problems.map(({ code }) => code)).toEqual(['piece.trop-lourde']);
  });
});
