import type { DeskReader, Exporter, StandardFile } from '../../desk/app-model';
import type { DeskFile, TreeState } from '../../desk/files/model';
import { writeDocx, type BlobReader } from './docx/write.server';
import type { TextState } from './model';
import { writePdf } from './pdf.server';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/**
 * Documents as .docx and .pdf. `blob` reads the pictures that the candidate inserted from the files; without it they are
 * replaced by their name.
 */
export function createTextExporter(blob: BlobReader = () => Promise.resolve(null)): Exporter {
  async function exportFile(desk: DeskReader, id: string): Promise<readonly StandardFile[]> {
    const file = desk.state<TreeState>('tree').files[id];
    const document = desk.state<TextState>('text').documents[id];
    if (!file || !document) return [];
    const stem = file.name.replace(/\.docx$/i, '');
    const docx = await writeDocx(document, stem, blob);
    const pdf = await writePdf(docx, document);
    return [
      { name: `${stem}.docx`, mediaType: DOCX, bytes: docx },
      { name: `${stem}.pdf`, mediaType: 'application/pdf', bytes: pdf }
    ];
  }
  return {
    app: 'text',
    exportFile,
    async exportAll(desk) {
      const produced: StandardFile[] = [];
      for (const file of Object.values(desk.state<TreeState>('tree').files)) {
        if (isKept(file)) produced.push(...(await exportFile(desk, file.id)));
      }
      return produced;
    }
  };
}

const isKept = (file: DeskFile) => file.kind === 'text' && !file.frozen && !file.trashed;

/** Exporter without pictures of the file tree. */
export const textExporter: Exporter = createTextExporter();
