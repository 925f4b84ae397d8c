import { describe, expect, it } from 'vitest';
import { exampleFolder, type exampleTexts } from '../../../tests/builders/example-scenario';
import { checkScenario } from './check';

type Texts = ReturnType<typeof exampleTexts>;
type Edit = (texts: Texts) => void;

const adding =
  (event: string): Edit =>
  (texts) => {
    texts.scenario += `\n  - { id: v, ${event} }\n`;
  };
const plant =
  (from: string, to: string): Edit =>
  (texts) => {
    if (!texts.scenario.includes(from)) throw new Error(`the example has no ${from}`);
    texts.scenario = texts.scenario.replace(from, to);
  };
const notice = 'annonce: { titre: T, texte: T }';
const mailTo = (who: string, more = '') => `{ fait: courriel.envoye, a: ${who}${more} }`;
const visit = (more: string) => `visite: { de: aubry, apparence: X, ${more} }`;
const chat = (dialogue: string, more = '') =>
  `discussion: { de: directrice${more}, dialogue: { ${dialogue} } }`;

/** Code, fault, a text of the source line that the message must point at, a word of the message. */
const FAULTS: readonly (readonly [code: string, fault: Edit, line: string, word: string])[] = [
  [
    'branche.masquee',
    adding(`quand: ${mailTo('aubry')}, annule_si: { fait: courriel.envoye }, ${notice}`),
    'annule_si',
    'annule_si'
  ],
  [
    'branche.masquee',
    adding(`quand: { un_de: [${mailTo('aubry')}, ${mailTo('aubry', ', contient: avoir')}] }, ${notice}`),
    'un_de',
    'ne change rien'
  ],
  [
    'branche.masquee',
    adding(
      `quand: { un_de: [{ evenement: appel_aubry }, { evenement: appel_aubry, issue: econduit }] }, ${notice}`
    ),
    'un_de',
    'ne change rien'
  ],
  [
    'branche.masquee',
    adding(`quand: { tous: [${mailTo('aubry')}, ${mailTo('aubry')}] }, ${notice}`),
    'tous',
    'fois'
  ],
  [
    'etat.jamais-atteint',
    adding(`apres: { evenement: appel_aubry, issue: sans_objet }, ${notice}`),
    'sans_objet',
    'jamais remplie'
  ],
  [
    'etat.jamais-atteint',
    adding(`apres: { evenement: appel_aubry, issue: coupe }, ${notice}`),
    'coupe',
    'jamais remplie'
  ],
  [
    'etat.jamais-atteint',
    adding(`quand: { tous: [{ heure: "00:20" }, ${mailTo('aubry')}] }, ${notice}`),
    'heure',
    'jamais remplie'
  ],
  [
    'etat.jamais-atteint',
    adding(`quand: { absence: ${mailTo('aubry')}, pendant: 10 min, depuis: "00:08" }, ${notice}`),
    'absence',
    'jamais remplie'
  ],
  [
    'etat.jamais-atteint',
    adding(`quand: { tous: [{ heure: "00:14" }, ${mailTo('aubry')}] }, delai: 2 min, ${notice}`),
    'delai',
    'ne commence jamais'
  ],
  [
    'etat.jamais-atteint',
    adding(
      `apres: { tache: reclamation, issue: en_retard }, ${visit('patience: 5 min, dialogue: { a: { dit: "B", fin: ok } }')}`
    ),
    'patience',
    'se lasse'
  ],
  [
    'etat.jamais-atteint',
    adding(
      `apres: { tache: reclamation, issue: en_retard }, ${chat('a: { dit: "B", saisie: [{ vers: b }] }, b: { dit: "B", fin: ok }', ', relance: { apres: 5 min, dit: "?" }')}`
    ),
    'relance',
    'relance'
  ],
  [
    'etat.sans-issue',
    adding(
      `a: "00:09", ${chat('a: { dit: "B", saisie: [{ si: { contient: [x] }, vers: c }, { vers: b }] }, b: { dit: "?", saisie: [{ vers: b }] }, c: { dit: "B", fin: ok }')}`
    ),
    'dialogue',
    'tourne en rond'
  ],
  [
    'motif.impossible',
    plant('type: avoir } }', 'type: avoir, depuis: "00:10", avant: "00:05" } }'),
    'avant: "00:05"',
    'Échangez'
  ],
  ['motif.impossible', plant('type: avoir } }', 'type: avoir, depuis: "00:15" } }'), 'depuis', '00:15'],
  ['motif.impossible', plant('type: avoir } }', 'type: avoir, avant: "01:00" } }'), 'avant', 'la fin'],
  [
    'motif.impossible',
    plant('total: 414.00 } }', 'total: { entre: [500, 400] } } }'),
    'entre: [500',
    'plus petite'
  ],
  [
    'motif.impossible',
    plant('delai: { entre: [1 min, 2 min] }', 'delai: { entre: [3 min, 2 min] }'),
    '3 min',
    '3 min'
  ],
  ['motif.impossible', plant('contient: [message, rappeler]', 'contient: []'), 'contient: []', 'aucun texte'],
  [
    'motif.impossible',
    plant('total: 414.00 } }', 'total: { parmi: [414, 415], sauf: [415, 414] } } }'),
    'sauf',
    'parmi'
  ],
  [
    'temps.visite-trop-longue',
    adding(`a: "00:12", ${visit('patience: 4 min, dialogue: { a: { dit: "B", fin: ok } }')}`),
    'patience',
    'patience'
  ],
  [
    'temps.appel-trop-long',
    plant('occupe: { rappel: 1 min }', 'occupe: { rappel: 8 min }'),
    'occupe',
    'occupée'
  ]
];

describe('checkScenario, by walking every state', () => {
  it.each(FAULTS)('%s', (code, fault, line, word) => {
    const folder = exampleFolder(fault);
    const problems = checkScenario(folder);
    const found = problems.filter((problem) => problem.code === code);
    expect(found, JSON.stringify(problems)).toHaveLength(1);
    expect(`${found[0]!.message} ${found[0]!.fix}`).toContain(word);
    let text = '';
    exampleFolder((texts) => {
      fault(texts);
      text = texts.scenario.split('\n')[found[0]!.line - 1]!;
    });
    expect(text).toContain(line);
  });

  it.each<readonly [string, string]>([
    [
      'a wider pattern after a narrower one in « tous » with « fois »',
      `quand: { tous: [{ fois: 3, de: ${mailTo('aubry')} }, ${mailTo('aubry', ', contient: avoir')}] }, ${notice}`
    ],
    [
      'patterns of which each takes what the other does not',
      `quand: { un_de: [${mailTo('aubry')}, ${mailTo('directrice')}] }, ${notice}`
    ],
    [
      'a cancellation that takes some of the facts only',
      `quand: ${mailTo('aubry')}, annule_si: ${mailTo('aubry', ', contient: avoir')}, ${notice}`
    ],
    [
      'a refusal that leaves a value through',
      `quand: { un_de: [{ fait: piece.validee, total: { sauf: 414 } }, { fait: piece.validee, type: avoir }] }, ${notice}`
    ],
    [
      'an outcome that « annule_si » can bring about',
      `apres: { evenement: w, issue: sans_objet }, ${notice} }\n  - { id: w, a: "00:10", annule_si: ${mailTo('aubry')}, ${notice}`
    ],
    [
      'a conversation that may go round before it ends',
      `a: "00:09", ${chat('a: { dit: "B", saisie: [{ si: { contient: [x] }, vers: c }, { vers: a }] }, c: { dit: "B", fin: ok }')}`
    ]
  ])('says nothing of %s', (_, event) => {
    expect(checkScenario(exampleFolder(adding(event)))).toEqual([]);
  });
});
