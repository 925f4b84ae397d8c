import Papa from 'papaparse';
import { writeXlsx, type CellValue } from 'hucre/xlsx';
import type { DeskReader, Exporter, ExportResources, StandardFile } from '../../desk/app-model';
import { registerPdf } from './register-pdf.server';
import { registerTable, type RegisterTable } from './register-rows';
import { DIRECTIONS } from './events';
import { entriesOf, entryNumber, entryOfLetter, type PostState } from './state';
import { clockOf, letterTitle, MODE_WORDS, NATURE_WORDS, placeWords } from './words';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const WIDTHS = [8, 12, 28, 28, 16, 34, 20, 24, 16];

function csv(name: string, rows: readonly Record<string, string>[]): StandardFile {
  // The mark at the head tells Excel that the text is UTF-8; a cell that would run as a formula is written as text.
  const text = Papa.unparse([...rows], { delimiter: ';', newline: '\r\n', escapeFormulae: true });
  return {
    name,
    mediaType: 'text/csv; charset=utf-8',
    bytes: new TextEncoder().encode(`\uFEFF${text}`)
  };
}

async function registerFiles(name: string, table: RegisterTable): Promise<readonly StandardFile[]> {
  const rows: CellValue[][] = [[...table.heads], ...table.rows.map(({ cells }) => [...cells])];
  const xlsx = await writeXlsx({
    sheets: [
      {
        name: 'Registre',
        columns: WIDTHS.map((width) => ({ width })),
        rows,
        freezePane: { rows: 1 },
        pageSetup: {
          paperSize: 'a4',
          orientation: 'landscape',
          fitToPage: true,
          fitToWidth: 1,
          fitToHeight: 0
        }
      }
    ]
  });
  return [
    { name: `${name}.xlsx`, mediaType: XLSX, bytes: xlsx },
    csv(
      `${name}.csv`,
      table.rows.map(({ cells }) =>
        Object.fromEntries(table.heads.map((head, index) => [head, cells[index] ?? '']))
      )
    ),
    { name: `${name}.pdf`, mediaType: 'application/pdf', bytes: registerPdf(table) }
  ];
}

/** What was done with each letter. */
function lettersCsv({ scene }: DeskReader, post: PostState): StandardFile {
  const clock = (ms: number | undefined) => (ms === undefined ? '' : clockOf(scene, ms));
  const rows = post.letters.map((letter) => {
    const entry = entryOfLetter(post, letter.id);
    return {
      Arrivé: clock(letter.arrivedMs),
      Expéditeur: letterTitle(letter),
      Nature: NATURE_WORDS[letter.nature],
      Mention: letter.envelope.mention ?? '',
      Ouvert: clock(letter.openedMs),
      Tamponné: clock(letter.stampedMs),
      Enregistré: entry ? entryNumber(entry) : '',
      Numérisé: letter.scans.map(({ name }) => name).join(', '),
      Suite: placeWords(letter, scene) ?? 'Dans la bannette',
      Note: letter.place?.kind === 'person' ? letter.place.note : ''
    };
  });
  return csv('Bannette.csv', rows);
}

function sendingsCsv({ scene }: DeskReader, post: PostState): StandardFile {
  const rows = post.sendings.map((sending) => ({
    Heure: clockOf(scene, sending.atMs),
    Document: sending.name,
    Destinataire: sending.recipient,
    Mode: MODE_WORDS[sending.mode].label,
    Numéro: sending.trackingNumber ?? ''
  }));
  return csv('Envois.csv', rows);
}

/** What left by post, as it was put into the envelope. */
async function sentDocuments(post: PostState, resources?: ExportResources): Promise<StandardFile[]> {
  const files: StandardFile[] = [];
  for (const [index, sending] of post.sendings.entries()) {
    const [first] = (await resources?.file(sending.file)) ?? [];
    if (first) files.push({ ...first, name: `Envoi ${index + 1} - ${first.name}` });
  }
  return files;
}

/** Both registers (.xlsx, .csv, .pdf), what became of each letter, and what was sent. */
export const postExporter: Exporter = {
  app: 'post',
  async exportAll(desk, resources) {
    const post = desk.state<PostState>('post');
    const files: StandardFile[] = [];
    for (const direction of DIRECTIONS) {
      if (entriesOf(post, direction).length === 0) continue;
      const name = direction === 'arrival' ? 'Registre arrivée' : 'Registre départ';
      files.push(...(await registerFiles(name, registerTable(desk.scene, post, direction))));
    }
    if (post.letters.length) files.push(lettersCsv(desk, post));
    if (post.sendings.length) files.push(sendingsCsv(desk, post), ...(await sentDocuments(post, resources)));
    return files;
  }
};
