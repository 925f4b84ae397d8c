import { describe, expect, it } from 'vitest';
import { Calculator } from './calc/engine';
import { serialOf } from './format/serial';
import { importCsv, importXlsx } from './import.server';
import { emptySheet, type Workbook } from './workbook';
import { typesetWorkbook } from './xlsx/typst.server';
import { workbookToXlsx } from './xlsx/write.server';
import { readXlsx, writeXlsx } from 'hucre/xlsx';

const now = serialOf(2026, 3, 17)!;

/** A sales table with what a secretary uses. */
export const sales: Workbook = {
  sheets: [
    {
      ...emptySheet('feuille-1', 'Ventes'),
      rows: [
        ['Ventes du trimestre'],
        ['Article', 'Quantité', 'Prix', 'Remise', 'Total', 'Livré le'],
        ['Rosier', 12, 24.5, 0.05, '=B3*C3*(1-D3)', 46086],
        ['Référence', "'=texte", true, '=SI(B3>10,5;"a;b, c";FAUX)', '=SIERREUR(1/0;"—")', '=AUJOURDHUI()'],
        [
          'Total',
          null,
          null,
          null,
          '=SOMME(E3:E3)',
          "=MOYENNE.SI.ENS('Deux mots'!A1:A2;'Deux mots'!A1:A2;\">0\")"
        ]
      ],
      styles: [
        [{ bold: true, align: 'center', fill: '#dff1e2' }],
        [{ bold: true, border: 'b' }],
        [
          null,
          { format: 'number:2' },
          { format: 'euro:2' },
          { format: 'percent:0' },
          { format: 'euro:2' },
          { format: 'date' }
        ],
        [{ italic: true, ink: '#b3261e' }],
        [null, null, null, null, { format: 'euro:2', bold: true, border: 't' }]
      ],
      widths: { 0: 180 },
      merges: [{ r1: 0, c1: 0, r2: 0, c2: 5 }],
      frozen: { rows: 2, columns: 1 }
    },
    { ...emptySheet('feuille-2', 'Deux mots'), rows: [[1], [3]] }
  ]
};

describe('.xlsx', () => {
  it('comes back as it was', async () => {
    const back = (await importXlsx(await workbookToXlsx(sales, now))) as Workbook;
    expect(back.sheets.map(({ name }) => name)).toEqual(['Ventes', 'Deux mots']);
    const [before, after] = [sales.sheets[0]!, back.sheets[0]!];
    expect(after.rows[2]).toEqual(before.rows[2]);
    expect(after.rows[3]).toEqual(before.rows[3]);
    expect(after.rows[4]).toEqual(before.rows[4]);
    expect(after.merges).toEqual(before.merges);
    expect(after.frozen).toEqual(before.frozen);
    expect(after.widths[0]).toBe(180);
    expect(after.styles[0]?.[0]).toEqual(before.styles[0]?.[0]);
    expect(after.styles[2]).toEqual(before.styles[2]);
    expect(after.styles[3]?.[0]).toEqual({ italic: true, ink: '#b3261e' });
    expect(after.styles[4]?.[4]).toEqual({ format: 'euro:2', bold: true, border: 't' });
  });

  it('brings cells without any look, as another program writes them', async () => {
    const bytes = await writeXlsx({
      sheets: [
        {
          name: 'Tarif',
          rows: [
            ['Référence', 'Prix HT'],
            ['JAR-80', 62.5],
            [null, true]
          ]
        }
      ]
    });
    const back = (await importXlsx(bytes)) as Workbook;
    expect(back.sheets[0]!.rows).toEqual([
      ['Référence', 'Prix HT'],
      ['JAR-80', 62.5],
      [null, true]
    ]);
  });

  it('holds English formulas with their values inside', async () => {
    const raw = await readXlsx(await workbookToXlsx(sales, now));
    const cell = raw.sheets[0]!.cells!.get('4,4')!;
    expect(cell.formula).toBe('SUM(E3:E3)');
    expect(cell.formulaResult).toBeCloseTo(279.3);
    expect(raw.sheets[0]!.cells!.get('4,5')!.formula).toBe(
      "AVERAGEIFS('Deux mots'!A1:A2,'Deux mots'!A1:A2,\">0\")"
    );
  });

  it('computes the same once read', async () => {
    const back = (await importXlsx(await workbookToXlsx(sales, now))) as Workbook;
    const calculator = new Calculator(back, { now: () => now });
    expect(calculator.displayed(back.sheets[0]!, 4, 4)).toBe('279,30\u00a0€');
    expect(calculator.displayed(back.sheets[0]!, 4, 5)).toBe('2');
    expect(calculator.displayed(back.sheets[0]!, 3, 5)).toBe('17/03/2026');
    calculator.destroy();
  });
});

describe('.csv', () => {
  it('reads a French export in Windows-1252', async () => {
    const bytes = Uint8Array.from(
      'Nom;Montant;Date;Tel\nLef\xe8vre;1 250,40 \x80;17/03/2026;0612345678\n',
      (char) => char.charCodeAt(0)
    );
    const { sheets } = (await importCsv(bytes)) as Workbook;
    expect(sheets[0]!.rows[1]).toEqual(['Lefèvre', 1250.4, now, '0612345678']);
    expect(sheets[0]!.styles[1]).toEqual([null, { format: 'euro:2' }, { format: 'date' }, null]);
  });
});

it('is typeset without LibreOffice', () => {
  const pdf = typesetWorkbook(sales, now);
  expect(new TextDecoder('latin1').decode(pdf.slice(0, 5))).toBe('%PDF-');
  expect(pdf.length).toBeGreaterThan(3000);
});
