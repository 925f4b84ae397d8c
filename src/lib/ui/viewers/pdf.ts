import { getDocument, GlobalWorkerOptions, TextLayer, type PDFDocumentProxy } from 'pdfjs-dist';
import worker from 'pdfjs-dist/build/pdf.worker.min.mjs?url';

GlobalWorkerOptions.workerPort = null;
GlobalWorkerOptions.workerSrc = worker;

/** A PDF that is open; pages are drawn one by one, when they come into sight. */
export interface OpenPdf {
  readonly pages: readonly { readonly width: number; readonly height: number }[];
  /** Draws page `index` (from 0) on a canvas at `scale` CSS px per point, and lays its text over it, selectable. */
  draw(index: number, canvas: HTMLCanvasElement, text: HTMLElement, scale: number): Promise<void>;
  close(): Promise<void>;
}

/** Opens a PDF by its address. Rejects when it cannot be fetched or read. */
export async function openPdf(url: string): Promise<OpenPdf> {
  const pdf: PDFDocumentProxy = await getDocument({ url, enableXfa: false }).promise;
  const pages = await Promise.all(
    Array.from({ length: pdf.numPages }, async (_, index) => {
      const { width, height } = (await pdf.getPage(index + 1)).getViewport({ scale: 1 });
      return { width, height };
    })
  );
  return {
    pages,
    async draw(index, canvas, text, scale) {
      const page = await pdf.getPage(index + 1);
      const viewport = page.getViewport({ scale });
      const ratio = Math.min(2, window.devicePixelRatio || 1);
      canvas.width = Math.floor(viewport.width * ratio);
      canvas.height = Math.floor(viewport.height * ratio);
      await page.render({ canvas, viewport, transform: ratio === 1 ? undefined : [ratio, 0, 0, ratio, 0, 0] })
        .promise;
      text.replaceChildren();
      text.style.setProperty('--total-scale-factor', String(scale));
      await new TextLayer({
        textContentSource: page.streamTextContent(),
        container: text,
        viewport
      }).render();
    },
    close: () => pdf.loadingTask.destroy()
  };
}
