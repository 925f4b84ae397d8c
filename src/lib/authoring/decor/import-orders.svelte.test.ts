import { describe, expect, it } from 'vitest';
import { draftOf, formOf } from '../../../../tests/builders/written-scenario';
import { ordersSchema } from '../../scenario/format-decor';
import { importOrders } from './import-orders';
import { sales } from './parts-sales';
import { addRows } from './rows';

const HEADS = ['Type', 'N° de commande', 'Client', 'Date', 'Réf', 'Qté', 'Remise %', 'Vendeur'];

describe('an imported table of orders', () => {
  it('makes one document of the rows of a number, its customer and articles found by their own words', () => {
    const draft = draftOf();
    const found = importOrders(
      draft,
      [
        HEADS,
        ['Commande', 'CO-7', 'C-0112', '09/03/2026', 'JAR-80', '40', '8', 'Sophie'],
        ['', 'CO-7', '', '', 'jardinière', '2', '', ''],
        ['facture', 'FA-1', 'clos angevin', '46097', 'JAR-80', '1', '', '']
      ],
      []
    );
    expect([found.faults.length, found.unknown, found.doubles]).toEqual([0, ['Vendeur'], []]);
    addRows(formOf(draft, ...sales.path), sales, found.rows);
    const documents = formOf(draft, ...sales.path).value;
    expect(ordersSchema.shape.documents.parse(documents)).toMatchObject([
      {
        id: 'co_7',
        type: 'commande',
        numero: 'CO-7',
        client: 'clos',
        date: '2026-03-09',
        lignes: [
          { article: 'jar', quantite: 40, remise: 8 },
          { article: 'jar', quantite: 2 }
        ]
      },
      { id: 'fa_1', type: 'facture', client: 'clos', date: '2026-03-16' }
    ]);
    expect(
      importOrders(draft, [HEADS, ['', 'CO-7', 'C-0112', '09/03/2026', 'JAR-80', '1', '', '']], []).doubles
    ).toEqual(['CO-7']);
  });

  it('says every cell that it cannot read by its row and column', () => {
    const { faults } = importOrders(
      draftOf(),
      [
        HEADS,
        ['bon', 'CO-8', 'Inconnu', 'hier', 'XX', 'beaucoup', '', ''],
        ['', '', 'C-0112', '09/03/2026', 'JAR-80', '1', '', '']
      ],
      []
    );
    expect(faults.map((words) => words.split('\u00a0»\u00a0:')[0])).toEqual([
      'Ligne 2, colonne «\u00a0Type',
      'Ligne 2, colonne «\u00a0Client',
      'Ligne 2, colonne «\u00a0Date',
      'Ligne 2, colonne «\u00a0Réf',
      'Ligne 2, colonne «\u00a0Qté',
      'Ligne 3, colonne «\u00a0N° de commande'
    ]);
  });
});
