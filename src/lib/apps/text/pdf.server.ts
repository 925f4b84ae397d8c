import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { access, constants } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { Recent } from '../../kernel/recent';
import type { TextDocument } from './seed';
import { typesetPdf } from './typst.server';

const run = promisify(execFile);
const TIMEOUT_MS = 60_000;

/** Conversions follow one another: LibreOffice refuses a second use of its profile, and the exam needs the processors. */
let queue: Promise<unknown> = Promise.resolve();

/** What was converted lately, by the document: the templates of the house and the copies handed in come again and again. */
const converted = new Recent<Uint8Array | null>(200);

/**
 * The .docx as PDF. LibreOffice when it is on the machine (the PDF is then the very .docx), else typeset from the same
 * document. A conversion that fails or lasts more than a minute falls back on typesetting too.
 */
export function writePdf(docx: Uint8Array, document: TextDocument): Promise<Uint8Array> {
  // The .docx bears the instant of its writing: the document is what tells.
  const key = createHash('sha256').update(JSON.stringify(document)).digest('hex');
  return converted.get(key, () => queued(docx)).then((pdf) => pdf ?? typesetPdf(document));
}

/** The conversion by LibreOffice after those that wait; null where it is not there or has failed. */
function queued(docx: Uint8Array): Promise<Uint8Array | null> {
  const next = queue.then(async () => {
    const office = await findOffice();
    return office ? convert(office, docx) : null;
  });
  queue = next.catch(() => undefined);
  return next;
}

/** Path of LibreOffice, or null. */
async function findOffice(): Promise<string | null> {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  for (const candidate of folders.flatMap((folder) => [
    join(folder, 'soffice'),
    join(folder, 'libreoffice')
  ])) {
    const found = await access(candidate, constants.X_OK).then(
      () => true,
      () => false
    );
    if (found) return candidate;
  }
  return null;
}

async function convert(office: string, docx: Uint8Array): Promise<Uint8Array | null> {
  const folder = await mkdtemp(join(tmpdir(), 'plateau-pdf-'));
  try {
    const source = join(folder, 'document.docx');
    await writeFile(source, docx);
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
    const target = ['--convert-to', 'pdf:writer_pdf_Export', '--outdir', folder, source];
    await run(office, [profile, '--headless', '--norestore', ...target], {
      timeout: TIMEOUT_MS,
      killSignal: 'SIGKILL'
    });
    return new Uint8Array(await readFile(join(folder, 'document.pdf')));
  } catch {
    // Whatever LibreOffice did, the document is still typeset below.
    return null;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
