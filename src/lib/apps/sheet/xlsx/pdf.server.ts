import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { Recent } from '../../../kernel/recent';
import type { Workbook } from '../workbook';
import { typesetWorkbook } from './typst.server';

const run = promisify(execFile);
const TIMEOUT_MS = 60_000;

/** A LibreOffice that is French whatever the server's language: separators of numbers follow the profile. */
const FRENCH_PROFILE = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>fr-FR</value></prop></item>
</oor:items>`;

/** One conversion at a time: the exam needs the processors. */
let queue: Promise<unknown> = Promise.resolve();

/** What was converted lately, by the workbook: the workbooks of the house come again with each copy. */
const converted = new Recent<Uint8Array | null>(200);

/** The workbook as PDF: by LibreOffice from the very .xlsx when it is on the machine, else typeset as plain tables. */
export function workbookToPdf(xlsx: Uint8Array, workbook: Workbook, nowSerial: number): Promise<Uint8Array> {
  // The .xlsx bears the instant of its writing: the workbook is what tells.
  const key = createHash('sha256')
    .update(JSON.stringify([workbook, nowSerial]))
    .digest('hex');
  return converted.get(key, () => queued(xlsx)).then((pdf) => pdf ?? typesetWorkbook(workbook, nowSerial));
}

function queued(xlsx: Uint8Array): Promise<Uint8Array | null> {
  const next = queue.then(() => convert(xlsx));
  queue = next.catch(() => undefined);
  return next;
}

async function convert(xlsx: Uint8Array): Promise<Uint8Array | null> {
  const folder = await mkdtemp(join(tmpdir(), 'plateau-sheet-'));
  try {
    const source = join(folder, 'classeur.xlsx');
    await writeFile(source, xlsx);
    await mkdir(join(folder, 'profile', 'user'), { recursive: true });
    await writeFile(join(folder, 'profile', 'user', 'registrymodifications.xcu'), FRENCH_PROFILE);
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
    const target = ['--convert-to', 'pdf:calc_pdf_Export', '--outdir', folder, source];
    await run('soffice', [profile, '--headless', '--norestore', ...target], {
      timeout: TIMEOUT_MS,
      killSignal: 'SIGKILL'
    });
    return new Uint8Array(await readFile(join(folder, 'classeur.pdf')));
  } catch {
    // LibreOffice is absent or has failed: the tables are typeset instead.
    return null;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
