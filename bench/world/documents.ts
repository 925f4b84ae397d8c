import { cellsChanged } from '../../src/lib/apps/sheet/events';
import { fileCreated } from '../../src/lib/desk/files/model';
import type { Gesture } from '../../src/lib/log/entry';

const WORDS =
  'nous avons bien reçu votre courrier du mardi et vous remercions de votre confiance la livraison des ouvrages prévue la semaine prochaine partira de notre entrepôt dès que le service comptable aura validé la commande nous restons à votre disposition pour tout renseignement complémentaire'.split(
    ' '
  );

/** `count` words of French, always the same for the same `seed`. */
export function prose(seed: number, count: number): string {
  return Array.from({ length: count }, (_, index) => WORDS[(seed * 7 + index) % WORDS.length]).join(' ');
}

/** 30 A4 pages: 218 paragraphs of 85 words. */
export function thirtyPages(name: string): Gesture {
  const content = Array.from({ length: 218 }, (_, index) => ({
    type: 'paragraph',
    content: [{ type: 'text', text: `${prose(index, 85)}.` }]
  }));
  return fileCreated({
    file: 'bench-thirty',
    name,
    folder: null,
    kind: 'text',
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    content: { doc: { type: 'doc', content } }
  });
}

/** An empty document. */
export const blankPage = (name: string): Gesture =>
  fileCreated({
    file: 'bench-blank',
    name,
    folder: null,
    kind: 'text',
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    content: { doc: { type: 'doc', content: [{ type: 'paragraph' }] } }
  });

export const SHEET_ROWS = 10_000;
const COLUMNS = 20;
/** The two columns of formulas, 20,000 in all: the sum of the first four cells (seen as soon as the sheet opens), its double. */
const SUM = 4;
const DOUBLE = COLUMNS - 1;
const ROWS_PER_EVENT = 250;

/** What the sum of row `row` (from 0) gives. */
export const sumOfRow = (row: number): number => 4 * row + 6;

/** A workbook of 10,000 × 20 cells, 20,000 of them formulas, in events of the size that a paste makes. */
export function* bigSheet(name: string): Generator<Gesture> {
  const file = 'bench-big';
  yield fileCreated({
    file,
    name,
    folder: null,
    kind: 'sheet',
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  });
  for (let from = 0; from < SHEET_ROWS; from += ROWS_PER_EVENT) {
    const cells: [number, number, string | number][] = [];
    for (let row = from; row < from + ROWS_PER_EVENT; row++) {
      const line = row + 1;
      for (let column = 0; column < COLUMNS; column++) {
        if (column === SUM) cells.push([row, column, `=SOMME(A${line}:D${line})`]);
        else if (column === DOUBLE) cells.push([row, column, `=E${line}*2`]);
        else cells.push([row, column, row + column]);
      }
    }
    yield cellsChanged({ file, sheet: 'feuille-1', cells });
  }
}
