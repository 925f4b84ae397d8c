import type { DeskReader, Exporter, StandardFile } from '../../desk/app-model';
import type { DeskFile, TreeState } from '../../desk/files/model';
import { parseStory } from '../../kernel/story-time';
import { serialOfMs } from './format/serial';
import type { SheetState } from './model';
import { workbookToPdf } from './xlsx/pdf.server';
import { workbookToXlsx } from './xlsx/write.server';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

async function exportFile(desk: DeskReader, id: string): Promise<readonly StandardFile[]> {
  const file = desk.state<TreeState>('tree').files[id];
  const workbook = desk.state<SheetState>('sheet').workbooks[id];
  if (!file || !workbook) return [];
  const stem = file.name.replace(/\.(xlsx|xls|ods|csv)$/i, '');
  // The day of the story, at the last change: what AUJOURDHUI() showed then.
  const now = serialOfMs((parseStory(desk.scene.storyStart) ?? 0) + file.changedMs);
  const xlsx = await workbookToXlsx(workbook, now);
  const pdf = await workbookToPdf(xlsx, workbook, now);
  return [
    { name: `${stem}.xlsx`, mediaType: XLSX, bytes: xlsx },
    { name: `${stem}.pdf`, mediaType: 'application/pdf', bytes: pdf }
  ];
}

const isKept = (file: DeskFile) => file.kind === 'sheet' && !file.frozen && !file.trashed;

/** Workbooks as .xlsx (English formulas and computed values inside) and .pdf. */
export const sheetExporter: Exporter = {
  app: 'sheet',
  exportFile,
  async exportAll(desk) {
    const produced: StandardFile[] = [];
    for (const file of Object.values(desk.state<TreeState>('tree').files)) {
      if (isKept(file)) produced.push(...(await exportFile(desk, file.id)));
    }
    return produced;
  }
};
