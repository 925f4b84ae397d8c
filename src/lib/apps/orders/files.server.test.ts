import { writeFileSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { demoScene } from '../../../../tests/builders/demo-scene';
import { OrdersDriver } from '../../../../tests/builders/orders-driver';
import { fileCreated } from '../../desk/files/model';
import * as commands from './commands';
import { ordersExporter } from './files.server';

let user: OrdersDriver;
beforeEach(() => {
  user = new OrdersDriver(demoScene());
  const note = '#panic("markup") *gras* $x$ ; réserves portées « sur le bon »';
  const draft = { id: 'av', date: '2026-03-17', quantities: [6, 0], restock: false, note };
  user.do(commands.creditInvoice(user.state, 'fa-0387', draft));
  user.do(commands.validateDocument(user.state, 'av'));
});

/** The words of a PDF, with every kind of space read as one. */
async function textOf(bytes: Uint8Array): Promise<string> {
  const pdf = await getDocument({ data: bytes.slice(), verbosity: 0 }).promise;
  const pages = await Promise.all(
    Array.from({ length: pdf.numPages }, async (_, index) => (await pdf.getPage(index + 1)).getTextContent())
  );
  return pages
    .flatMap((page) => page.items.map((item) => ('str' in item ? item.str : '')))
    .join(' ')
    .replace(/\s+/gu, ' ');
}

describe('the exporter of the order screen', () => {
  it('writes each numbered document as a PDF with amounts, origin and legal mentions', async () => {
    const files = await ordersExporter.exportAll(user.desk);
    expect(files.map((file) => file.name)).toEqual([
      'Facture FA-2026-0387.pdf',
      'Avoir AV-2026-0031.pdf',
      'Documents de vente.csv',
      'Notes clients.csv'
    ]);
    for (const file of files)
      if (process.env.PDF_OUT) writeFileSync(`${process.env.PDF_OUT}/${file.name}`, file.bytes);
    const invoice = await textOf(files[0]!.bytes);
    for (const words of ['2 390,00 €', '478,00 €', '2 868,00 €', 'SIREN 000 000 000', '15/04/2026', '40 €'])
      expect(invoice).toContain(words);
    const credit = await textOf(files[1]!.bytes);
    for (const words of ['345,00', '69,00', '414,00 €', 'FA-2026-0387 du 16/03/2026'])
      expect(credit).toContain(words);
  });

  it('never reads what a candidate typed as markup', async () => {
    const [, credit] = await ordersExporter.exportAll(user.desk);
    expect(await textOf(credit!.bytes)).toContain('#panic("markup") *gras* $x$');
  });

  it('gives the same bytes for the same document', async () => {
    const [first] = await ordersExporter.exportAll(user.desk);
    const [second] = await ordersExporter.exportAll(user.desk);
    expect(Buffer.compare(first!.bytes, second!.bytes)).toBe(0);
  });

  it('writes the table that a French spreadsheet opens', async () => {
    const files = await ordersExporter.exportAll(user.desk);
    const bytes = files.find((file) => file.name === 'Documents de vente.csv')!.bytes;
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const rows = new TextDecoder().decode(bytes).split('\r\n');
    expect(rows[0]).toContain('Type;Numéro;Date;Client');
    expect(rows.at(-1)).toBe(
      'Avoir;AV-2026-0031;2026-03-17;Résidence du Clos angevin;C-0112;FA-2026-0387;Validé;345,00;69,00;414,00;JAR-80;Jardinière en terre cuite 80 cm;6;62,50;8,00;20,00'
    );
  });

  it('exports a PDF of the files as it was saved, and nothing for a foreign file', async () => {
    const pdf = { folder: null, kind: 'pdf' as const, mediaType: 'application/pdf' };
    user.record([
      fileCreated({ file: 'f', name: 'Avoir Aubry.pdf', ...pdf, content: { salesDocument: 'av' } })
    ]);
    const [file] = await ordersExporter.exportFile!(user.desk, 'f');
    expect(file?.name).toBe('Avoir Aubry.pdf');
    expect(await textOf(file!.bytes)).toContain('Avoir n° AV-2026-0031');
    expect(await ordersExporter.exportFile!(user.desk, 'modele-lettre')).toEqual([]);
  });
});
