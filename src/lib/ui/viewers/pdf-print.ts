import { openPdf } from './pdf';

/** CSS px per point of the printed pages: sharp on paper, and no heavier than it must be. */
const SCALE = 2;

/**
 * Draws every page of a PDF, for the printer: an element whose children are the sheets, which bring their own margins.
 * Rejects when the document cannot be fetched or read.
 */
export async function pdfSheets(url: string): Promise<HTMLElement> {
  const pdf = await openPdf(url);
  const sheets = document.createElement('div');
  sheets.dataset.print = 'pages';
  try {
    for (const index of pdf.pages.keys()) {
      const canvas = document.createElement('canvas');
      canvas.style.display = 'block';
      await pdf.draw(index, canvas, document.createElement('div'), SCALE);
      const sheet = document.createElement('div');
      sheet.className = 'print-sheet';
      sheet.append(canvas);
      sheets.append(sheet);
    }
  } finally {
    await pdf.close();
  }
  return sheets;
}
