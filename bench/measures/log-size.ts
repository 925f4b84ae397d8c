import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import type { Browser } from '@playwright/test';
import { BYTES_PER_CANDIDATE_HOUR } from '../../src/lib/server/health';
import { figure, type Figure } from '../figures';
import { openDesk, probe, profileOf } from '../world/browser';
import { blankPage, prose } from '../world/documents';
import { write, type Seat } from '../world/seats';

const NAME = 'Compte rendu.docx';
const TYPING_MS = 5 * 60_000;
/** 60 words a minute of five letters and a space. */
const KEY_MS = 60_000 / (60 * 6);

interface LogSize {
  readonly entries: number;
  readonly bytes: number;
}

/** All entries of all logs, as the archive writes them: envelope, chain and payload. */
function logSize(dataDir: string): LogSize {
  const database = new Sqlite(join(dataDir, 'plateau.sqlite'), { readonly: true });
  const rows = database
    .prepare('select n, t, wall, author as by, type, v, d, prev, hash from entries')
    .all() as { readonly d: string }[];
  database.close();
  const bytes = rows.reduce((sum, { d, ...envelope }) => {
    return sum + Buffer.byteLength(JSON.stringify({ ...envelope, d: 0 })) + Buffer.byteLength(d);
  }, 0);
  return { entries: rows.length, bytes };
}

/**
 * What an hour of heavy typing adds to the log: five minutes at 60 words a minute in the word processor, with the
 * hesitations and corrections of a hand. Nothing else may write meanwhile.
 */
export async function logged(browser: Browser, seat: Seat, dataDir: string): Promise<readonly Figure[]> {
  await write(seat, 'bench-log', [blankPage(NAME)]);
  const context = await profileOf(browser, seat);
  const page = await openDesk(context, seat);
  await probe(page, "open('text')");
  await probe(page, `openFile('text', '${NAME}', '.ProseMirror', '')`);
  await page.locator('[data-app="text"] .ProseMirror').click();
  const before = logSize(dataDir);
  const started = performance.now();
  const text = prose(11, 1_000);
  for (let index = 0; performance.now() - started < TYPING_MS; index++) {
    const due = started + index * KEY_MS;
    await page.waitForTimeout(Math.max(0, due - performance.now()));
    if (index % 60 === 59) await page.keyboard.press('Enter');
    else if (index % 23 === 22) await page.keyboard.press('Backspace');
    else await page.keyboard.type(text[index % text.length]!);
  }
  await page.evaluate("bench.until(() => document.body.innerText.includes('Enregistré'))");
  const elapsed = performance.now() - started;
  const after = logSize(dataDir);
  await context.close();
  const perHour = 3_600_000 / elapsed;
  console.log(
    `  ${after.entries - before.entries} entries, ${after.bytes - before.bytes} B in ${(elapsed / 1000).toFixed(0)} s`
  );
  if (after.bytes === before.bytes) throw new Error('nothing was logged');
  return [
    figure('log-per-candidate-hour', (after.bytes - before.bytes) * perHour, 'B', BYTES_PER_CANDIDATE_HOUR)
  ];
}
