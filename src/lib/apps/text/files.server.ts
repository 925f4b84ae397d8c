import type { BlobHash } from '../../kernel/ids';
import type { DeskReader, Exporter, ExportResources, StandardFile } from '../../desk/app-model';
import type { DeskFile, TreeState } from '../../desk/files/model';
import { writeDocx, type BlobReader } from './docx/write.server';
import type { TextState } from './model';
import { writePdf } from './pdf.server';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Documents as .docx and .pdf, with the pictures that the candidate inserted when `resources` can read them. */
export const textExporter: Exporter = {
  app: 'text',
  exportFile,
  async exportAll(desk, resources) {
    const produced: StandardFile[] = [];
    for (const file of Object.values(desk.state<TreeState>('tree').files)) {
      if (isKept(file)) produced.push(...(await exportFile(desk, file.id, resources)));
    }
    return produced;
  }
};

async function exportFile(
  desk: DeskReader,
  id: string,
  resources?: ExportResources
): Promise<readonly StandardFile[]> {
  const file = desk.state<TreeState>('tree').files[id];
  const document = desk.state<TextState>('text').documents[id];
  if (!file || !document) return [];
  const stem = file.name.replace(/\.docx$/i, '');
  const blob: BlobReader = async (hash) => (resources ? resources.blob(hash as BlobHash) : null);
  const docx = await writeDocx(document, stem, blob);
  const pdf = await writePdf(docx, document);
  return [
    { name: `${stem}.docx`, mediaType: DOCX, bytes: docx },
    { name: `${stem}.pdf`, mediaType: 'application/pdf', bytes: pdf }
  ];
}

const isKept = (file: DeskFile) => file.kind === 'text' && !file.frozen && !file.trashed;
