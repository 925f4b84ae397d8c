import Papa from 'papaparse';
import type { DeskReader, Exporter, StandardFile } from '../../desk/app-model';
import type { TreeState } from '../../desk/files/model';
import { documentTotals } from '../../scene/amounts';
import { salesPage } from './page';
import { salesPdf } from './sales-pdf.server';
import { filedCopy, progressOf, sourceOf } from './selectors';
import { KINDS, type FiledDocument, type OrdersState } from './state';
import { KIND_WORDS, progressWords } from './words';

const BOM = '\uFEFF';

/** `2390,00`: what a French spreadsheet reads as a number. */
const amount = (cents: number): string => (cents / 100).toFixed(2).replace('.', ',');

/** Characters that a file name may not have on the jury's machines. */
const fileName = (text: string): string => text.replaceAll(/[/\\:*?"<>|\p{Cc}]/gu, '-').slice(0, 120);

const pdfOf = (desk: DeskReader, filed: FiledDocument, name: string): StandardFile => ({
  name,
  mediaType: 'application/pdf',
  bytes: salesPdf(salesPage(desk.scene.firm, desk.state<OrdersState>('orders').products, filed))
});

/** Every document, drafts included, one line per article line: `;`, decimal comma, UTF-8 with BOM. */
function documentsCsv(state: OrdersState): StandardFile {
  const rows = Object.values(state.documents)
    .toSorted((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) || order(a.number, b.number))
    .flatMap((doc) => {
      const totals = documentTotals(doc.lines);
      const head = {
        Type: KIND_WORDS[doc.kind].one,
        Numéro: doc.number ?? '',
        Date: doc.date,
        Client: state.customers[doc.customer]?.name ?? '',
        'N° client': state.customers[doc.customer]?.number ?? '',
        Origine: sourceOf(state, doc)?.number ?? '',
        État: progressWords(doc.kind, progressOf(state, doc)).label,
        'Total HT': amount(totals.netCents),
        TVA: amount(totals.vatCents),
        'Total TTC': amount(totals.totalCents)
      };
      const empty = {
        Référence: '',
        Désignation: '',
        Quantité: '',
        'PU HT': '',
        'Remise %': '',
        'TVA %': ''
      };
      if (doc.lines.length === 0) return [{ ...head, ...empty }];
      return doc.lines.map((line) => ({
        ...head,
        Référence: (line.product === null ? undefined : state.products[line.product]?.reference) ?? '',
        Désignation: line.label,
        Quantité: String(line.quantity).replace('.', ','),
        'PU HT': amount(line.priceCents),
        'Remise %': amount(line.discountBp),
        'TVA %': amount(line.vatBp)
      }));
    });
  // A cell that a spreadsheet would run as a formula is written as text.
  const csv = Papa.unparse(rows, { delimiter: ';', newline: '\r\n', escapeFormulae: true });
  return {
    name: 'Documents de vente.csv',
    mediaType: 'text/csv; charset=utf-8',
    bytes: new TextEncoder().encode(BOM + csv)
  };
}

const order = (a: string | null, b: string | null): number =>
  (a ?? '\uffff').localeCompare(b ?? '\uffff', 'fr');

/** Notes that the candidate or the decor left on customers. */
function notesCsv(state: OrdersState): StandardFile {
  const rows = state.notes.map((note) => ({
    Client: state.customers[note.customer]?.name ?? '',
    Date: new Date(note.at).toISOString().slice(0, 16).replace('T', ' '),
    Auteur: note.author,
    Note: note.text
  }));
  const csv = Papa.unparse(
    { fields: ['Client', 'Date', 'Auteur', 'Note'], data: rows },
    { delimiter: ';', newline: '\r\n', escapeFormulae: true }
  );
  return {
    name: 'Notes clients.csv',
    mediaType: 'text/csv; charset=utf-8',
    bytes: new TextEncoder().encode(BOM + csv)
  };
}

/** Validated documents that the candidate made as PDF, all documents and customer notes as CSV. */
export const ordersExporter: Exporter = {
  app: 'orders',
  async exportAll(desk) {
    const state = desk.state<OrdersState>('orders');
    const pdfs = Object.values(state.documents)
      .filter((doc) => doc.number !== null)
      .toSorted((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) || order(a.number, b.number))
      .flatMap((doc) => {
        const filed = filedCopy(state, doc.id);
        const name = fileName(`${KIND_WORDS[doc.kind].one} ${doc.number}`);
        return filed ? [pdfOf(desk, filed, `${name}.pdf`)] : [];
      });
    return [...pdfs, documentsCsv(state), notesCsv(state)];
  },
  async exportFile(desk, file) {
    const filed = desk.state<OrdersState>('orders').files[file];
    const name = desk.state<TreeState>('tree').files[file]?.name;
    if (!filed || !name) return [];
    return [pdfOf(desk, filed, /\.pdf$/i.test(name) ? name : `${name}.pdf`)];
  }
};
