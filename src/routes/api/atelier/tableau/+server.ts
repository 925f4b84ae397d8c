import { importCsv, importXlsx } from '$lib/apps/sheet/import.server';
import { cellsOf } from '$lib/authoring/decor/cells';
import { DomainError } from '$lib/kernel/domain-error';
import { answerJson } from '../../../answer.server';
import { authorsFiles } from '../context.server';
import type { RequestHandler } from './$types';

const MOST_BYTES = 5_000_000;

/** The cells of an author's .csv or .xlsx (form, field « fichier »), first sheet, as texts: `{ cells }`. Nothing is kept. */
export const POST: RequestHandler = ({ locals, request }) =>
  answerJson(async () => {
    const [file] = await authorsFiles(locals, request);
    if (!file) throw new DomainError('draft.malformed', 'no file');
    if (file.bytes.length > MOST_BYTES) throw new DomainError('draft.too-large', file.name);
    const read = file.name.toLowerCase().endsWith('.csv') ? importCsv : importXlsx;
    const workbook = await read(file.bytes).catch(() => {
      throw new DomainError('draft.malformed', `cannot read ${file.name}`);
    });
    return { cells: cellsOf(workbook) };
  });
