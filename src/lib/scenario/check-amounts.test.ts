import { describe, expect, it } from 'vitest';
import { exampleFolder } from '../../../tests/builders/example-scenario';
import {
  adding,
  both,
  expectOnly,
  plant,
  type Edit,
  type Fault
} from '../../../tests/builders/planted-fault';
import { checkScenario } from './check';

const amounts = plant(
  'scenario',
  '    reponse:',
  '    montants: [{ id: avoir, lignes: [{ article: jardiniere, quantite: 6, remise: 8 }], ht: 345.00, tva: 69.00, total: 414.00 }]\n    reponse:'
);
const said = (what: string) =>
  plant('scenario', 'type: avoir, total: 414.00 } }', `type: avoir, ${what} } }`);
const cheap = plant(
  'scenario',
  'tva: 20, stock: 64 }',
  'tva: 20, stock: 64 }\n      - { id: plante, reference: P, designation: P, unite: P, prix: 1, tva: 10, stock: 1 }'
);
const proof = plant(
  'grid',
  '          - attendu: message_transmis',
  '          - { constat: A, sinon: B, fait: { fait: piece.validee, total: 441.00 } }\n          - attendu: message_transmis'
);
const later = (what: string): Edit =>
  adding(
    `  - { id: v, manuel: true, annule_si: { fait: piece.validee, ${what} }, annonce: { titre: T, texte: T } }`
  );

const FAULTS: readonly Fault[] = [
  ['montant.inconnu', both(amounts, said('total: 414.01')), 'total: 414.01', '414.00'],
  ['montant.inconnu', both(amounts, said('total: { sauf: 414.01 }')), 'sauf: 414.01', 'montants'],
  ['montant.inconnu', both(amounts, said('ht: 345.01, tva: 69.00, total: 414.00')), 'ht: 345.01', '345.00'],
  ['montant.inconnu', both(amounts, later('total: { parmi: [414.00, 441.00] }')), 'id: v,', '441.00'],
  ['montant.inconnu', both(amounts, proof), 'total: 441.00', '414.00'],
  ['montant.incoherent', both(cheap, said('ht: 345.00, total: 500.00')), 'total: 500.00', 'TVA'],
  ['montant.incoherent', said('ht: 345.00, tva: 69.00, total: 414.01'), 'total: 414.01', 'TVA'],
  ['montant.incoherent', later('tva: 5.00, total: 414.00'), 'id: v,', 'TVA']
];

describe('amounts of patterns', () => {
  it.each(FAULTS)('%s', (...fault) => expectOnly(fault));

  it('are let alone when they are the expected ones, another one that is named, or bounds', () => {
    const wrong =
      '    montants: [{ id: sans_remise, lignes: [{ article: jardiniere, quantite: 6 }], ht: 375.00, tva: 75.00, total: 450.00 }, {';
    const named = plant('scenario', '    montants: [{', wrong);
    const events = later('ht: 375.00, total: 450.00, tva: { entre: [1.00, 99.00] }');
    expect(checkScenario(exampleFolder(both(amounts, named, events)))).toEqual([]);
  });

  it('may share two rates', () => {
    expect(checkScenario(exampleFolder(both(cheap, said('ht: 345.00, total: 400.00'))))).toEqual([]);
  });
});
