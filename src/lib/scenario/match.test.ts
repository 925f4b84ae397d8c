import { describe, expect, it } from 'vitest';
import { exampleFolder, scopeForTest } from '../../../tests/builders/example-scenario';
import type { Fact } from '../log/facts';
import { compilePattern } from './compile-pattern';
import { patternSchema } from './format-pattern';
import { matchesFact } from './match';

const scope = scopeForTest(exampleFolder());
const sent: Fact = {
  fait: 'courriel.envoye',
  courriel: 'm-1',
  a: ['J.Aubry@clos.example', 'x@y.example'],
  objet: 'Avoir n° 12',
  corps: 'Veuillez trouver l’avoir de 1 250,40 €',
  pieces: [
    { type: 'facture', total: 100 },
    { type: 'avoir', total: 125_040 }
  ]
};

/** Each line: whether the pattern holds for the fact at 5 minutes. */
const CASES: readonly (readonly [boolean, object, Fact])[] = [
  [true, { fait: 'courriel.envoye' }, sent],
  [false, { fait: 'courriel.lu' }, sent],
  [true, { fait: 'courriel.envoye', a: 'aubry' }, sent],
  [false, { fait: 'courriel.envoye', a: 'directrice' }, sent],
  [true, { fait: 'courriel.envoye', cc: { existe: false } }, sent],
  [true, { fait: 'courriel.envoye', contient: 'AVOIR' }, sent],
  [true, { fait: 'courriel.envoye', contient_tout: ["l'avoir", '1250,40'] }, sent],
  [false, { fait: 'courriel.envoye', contient_tout: ['avoir', 'remise'] }, sent],
  [true, { fait: 'courriel.envoye', piece: { type: 'avoir', total: 1250.4 } }, sent],
  [false, { fait: 'courriel.envoye', piece: { type: 'facture', total: 1250.4 } }, sent],
  [true, { fait: 'courriel.envoye', piece: { type: 'avoir', total: { sauf: 1250 } } }, sent],
  [false, { fait: 'courriel.envoye', piece: { type: 'avoir', total: { sauf: [1, 1250.4] } } }, sent],
  [true, { fait: 'courriel.envoye', piece: { total: { entre: [1000, 1300] } } }, sent],
  [true, { fait: 'courriel.envoye', objet: { contient: ['facture', 'avoir'] } }, sent],
  [true, { fait: 'courriel.envoye', objet: { parmi: ['avoir n°12', 'autre'] } }, sent],
  [true, { fait: 'courriel.envoye', avant: '00:05' }, sent],
  [false, { fait: 'courriel.envoye', avant: '00:04:59' }, sent],
  [false, { fait: 'courriel.envoye', depuis: '00:06' }, sent],
  [
    true,
    { fait: 'courriel.lu', courriel: 'casse' },
    { fait: 'courriel.lu', courriel: scope.messageKey('casse')! }
  ],
  [
    true,
    { fait: 'appel.raccroche', appel: 'appel_aubry' },
    { fait: 'appel.raccroche', appel: `${scope.callKey('appel_aubry')}.2` }
  ],
  [
    true,
    { fait: 'rendezvous.modifie', debut: '2026-03-18 14:00', calendriers: 'salle' },
    { fait: 'rendezvous.modifie', debut: '2026-03-18T14:00', calendriers: ['cal-directrice', 'salle'] }
  ],
  [
    true,
    { fait: 'rendezvous.cree', debut: { entre: ['2026-03-18 08:00', '2026-03-18 18:00'] } },
    { fait: 'rendezvous.cree', debut: '2026-03-18T14:00' }
  ],
  [true, { fait: 'appel.passe', numero: 'aubry' }, { fait: 'appel.passe', numero: '0261912208' }],
  [true, { fait: 'note.client', client: 'clos' }, { fait: 'note.client', client: 'C-0112' }],
  [true, { fait: 'message.pris', pour: 'directrice' }, { fait: 'message.pris', pour: 'Claire MORVAN' }]
];

describe('matchesFact', () => {
  it.each(CASES)('%s: %o', (expected, pattern, fact) => {
    expect(matchesFact(fact, compilePattern(patternSchema.parse(pattern), scope), 5 * 60_000)).toBe(expected);
  });
});
