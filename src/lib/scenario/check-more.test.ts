import { describe, expect, it } from 'vitest';
import { exampleFolder, type exampleTexts } from '../../../tests/builders/example-scenario';
import { checkScenario } from './check';
import { MOST_BYTES } from './check-names';

type Texts = ReturnType<typeof exampleTexts>;

/** Adds events to the example's script. */
const adding = (script: string) => (texts: Texts) => {
  texts.scenario += script;
};
const plant = (file: keyof Texts, from: string, to: string) => (texts: Texts) => {
  if (!texts[file].includes(from)) throw new Error(`the example has no ${from}`);
  texts[file] = texts[file].replace(from, to);
};
const both =
  (...edits: readonly ((texts: Texts) => void)[]) =>
  (texts: Texts) =>
    edits.forEach((edit) => edit(texts));

const lines = (dialogue: string) =>
  `\n  - { id: v, a: "00:09", visite: { de: aubry, apparence: X, patience: 1 min, dialogue: { ${dialogue} } } }\n`;
const chat = (rest: string) =>
  `\n  - { id: v, a: "00:09", discussion: { ${rest}, dialogue: { a: { dit: "Bonjour", fin: ok } } } }\n`;
const notice = 'annonce: { titre: T, texte: T }';

const FAULTS: readonly (readonly [code: string, fault: (texts: Texts) => void, word: string])[] = [
  ['contenu', plant('scenario', '    manuel: true\n', `    manuel: true\n    ${notice}\n`), 'annonce'],
  [
    'choix.action',
    adding(
      lines('a: { dit: "B", choix: [{ id: c, action: transfert, vers: b }] }, b: { dit: "B", fin: ok }')
    ),
    'registre'
  ],
  [
    'replique.remet',
    plant('scenario', 'merci: { dit: "Parfait', 'merci: { remet: cgv.pdf, dit: "Parfait'),
    'visiteur'
  ],
  [
    'nom.personne',
    adding(
      lines(
        'a: { dit: "B", choix: [{ id: c, action: prevenir, pour: directice, vers: b }] }, b: { dit: "B", fin: ok }'
      )
    ),
    'directrice'
  ],
  [
    'branche.masquee',
    adding(
      lines(
        'a: { dit: "B", choix: [{ id: c, action: registre, vers: b }, { id: d, action: registre, si: { contient: x }, vers: b }] }, b: { dit: "B", fin: ok }'
      )
    ),
    'au-dessus'
  ],
  ['discussion.exterieur', adding(chat('de: aubry')), 'collegue'],
  [
    'temps.relance',
    adding(chat('de: directrice, patience: 1 min, relance: { apres: 1 min, dit: "?" }')),
    'patience'
  ],
  [
    'pli.recommande',
    adding(
      '\n  - { id: v, a: "00:09", pli: { expediteur: X, destinataire: Y, nature: recommande, contenu: [cgv.pdf] } }\n'
    ),
    'numero'
  ],
  [
    'nom.piece',
    adding('\n  - { id: v, a: "00:09", pli: { expediteur: X, destinataire: Y, contenu: [cgu.pdf] } }\n'),
    'cgv.pdf'
  ],
  [
    'nom.dossier',
    adding('\n  - { id: v, a: "00:09", depot: { par: directrice, piece: cgv.pdf, dossier: modele } }\n'),
    'modeles'
  ],
  ['contenu.choix', adding('\n  - { id: v, a: "00:09", agenda: { par: directrice } }\n'), 'deplace'],
  [
    'nom.rendez-vous',
    adding('\n  - { id: v, a: "00:09", agenda: { par: directrice, annule: comitee } }\n'),
    'comite'
  ],
  [
    'nom.commande',
    adding('\n  - { id: v, a: "00:09", commandes: { par: directrice, livre: { piece: fa-0388 } } }\n'),
    'fa-0387'
  ],
  [
    'nom.evenement',
    adding(`\n  - { id: v, quand: { tous: [{ evenement: appel_obry }, { heure: "00:02" }] }, ${notice} }\n`),
    'appel_aubry'
  ],
  [
    'nom.personne',
    adding(
      `\n  - { id: v, quand: { absence: { fait: courriel.envoye, a: obry }, pendant: 1 min }, ${notice} }\n`
    ),
    'aubry'
  ],
  [
    'evenement.jamais',
    adding(
      `\n  - { id: v, quand: { tous: [{ evenement: w }, { heure: "00:02" }] }, ${notice} }\n  - { id: w, apres: { evenement: v }, ${notice} }\n`
    ),
    'attend'
  ],
  [
    'temps.creneau',
    plant('scenario', 'duree: "00:15"', 'duree: "00:15"\ncreneau: "00:45"'),
    '0\u00a0h\u00a050'
  ],
  [
    'temps.chevauchement',
    adding(
      '\n  - { id: v, a: "00:05:30", visite: { de: aubry, apparence: X, patience: 1 min, dialogue: { a: { dit: "B", fin: ok } } } }\n'
    ),
    'simultane'
  ],
  [
    'temps.dense',
    adding(
      [6, 7, 7, 8, 9]
        .map((minute, index) => `\n  - { id: v${index}, a: "00:0${minute}", ${notice} }`)
        .join('') + '\n'
    ),
    'Étalez'
  ],
  [
    'temps.echeance-avant-tache',
    both(
      plant('scenario', '    echeance: "00:12"', '    donnee_par: v\n    echeance: "00:12"'),
      adding(`\n  - { id: v, a: "00:13", ${notice} }\n`)
    ),
    '00:13'
  ],
  [
    'critere.sans-preuve',
    plant(
      'grid',
      '        productions: [reclamation/lettre]\n        preuves:\n          - attendu: message_transmis\n          - { constat: Courriel à la directrice citant M. Aubry, sinon: Aucun courriel à la directrice, fait: { fait: courriel.envoye, a: directrice, contient: aubry } }\n',
      ''
    ),
    'CP7.3'
  ],
  ['tache.sans-critere', plant('grid', '        productions: [reclamation/lettre]\n', ''), 'reclamation'],
  [
    'montant.faux',
    plant(
      'scenario',
      '    reponse:',
      '    montants: [{ id: avoir, lignes: [{ article: jardiniere, quantite: 6, remise: 8 }], ht: 345.00, tva: 69.00, total: 441.00 }]\n    reponse:'
    ),
    '414.00'
  ],
  [
    'montant.incoherent',
    plant('scenario', 'type: avoir, total: 414.00 } }', 'type: avoir, ht: 354.00, total: 414.00 } }'),
    'TVA'
  ]
];

describe('checkScenario, channels, conditions, pace and amounts', () => {
  it.each(FAULTS)('%s', (code, fault, word) => {
    const problems = checkScenario(exampleFolder(fault));
    const found = problems.find((problem) => problem.code === code);
    expect(found, JSON.stringify(problems)).toBeDefined();
    expect(`${found!.message} ${found!.fix}`).toContain(word);
    expect(found!.line).toBeGreaterThan(1);
  });

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

  it('refuses a piece that a post would be slow to open', () => {
    const folder = exampleFolder();
    const heavy = { ...folder.pieces.get('cgv.pdf')!, bytes: new Uint8Array(MOST_BYTES + 1) };
    const problems = checkScenario({ ...folder, pieces: new Map([['cgv.pdf', heavy]]) });
    expect(problems.map(({ code }) => code)).toEqual(['piece.trop-lourde']);
  });
});
