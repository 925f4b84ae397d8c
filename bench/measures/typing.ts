import type { Browser, Page } from '@playwright/test';
import { figure, percentile, type Figure } from '../figures';
import { openDesk, probe, profileOf } from '../world/browser';
import { prose, thirtyPages } from '../world/documents';
import { write, type Seat } from '../world/seats';

const NAME = 'Rapport annuel.docx';
const CHARACTERS = 300;
const BETWEEN_KEYS_MS = 70;

/** Types and returns the times from key to paint. */
async function timeTyping(page: Page): Promise<readonly number[]> {
  await page.evaluate('bench.watchTyping()');
  await page.keyboard.type(prose(3, 80).slice(0, CHARACTERS), { delay: BETWEEN_KEYS_MS });
  await page.evaluate(`bench.until(() => bench.typed().length >= ${CHARACTERS})`);
  return page.evaluate<number[]>('bench.typed()');
}

/** The bare editable element of the same browser: what no editor can be quicker than. */
async function bareTyping(browser: Browser, seat: Seat): Promise<readonly number[]> {
  const context = await profileOf(browser, seat);
  const page = await context.newPage();
  await page.setContent('<p contenteditable="true">a</p>');
  await page.locator('p').click();
  const times = await timeTyping(page);
  await context.close();
  return times;
}

/** From key to paint in the middle of a letter of thirty pages, 95th percentile, on a desk of the built product. */
export async function typing(browser: Browser, seat: Seat): Promise<readonly Figure[]> {
  const bare = await bareTyping(browser, seat);
  await write(seat, 'bench-typing', [thirtyPages(NAME)]);
  const context = await profileOf(browser, seat);
  const page = await openDesk(context, seat);
  await probe(page, "open('text')");
  await probe(page, `openFile('text', '${NAME}', '.ProseMirror p', 'nous')`);
  const letter = page.locator('[data-app="text"] .ProseMirror');
  await letter.locator('p').nth(110).click();
  await page.keyboard.press('End');
  const times = await timeTyping(page);
  const pages = await page.locator('[data-app="text"]').innerText();
  console.log(`  ${/Page[^\n]*/.exec(pages)?.[0] ?? ''}; ${times.length} characters`);
  await context.close();
  const limit = percentile(bare, 95);
  return [
    figure('typing-30-pages-p50', percentile(times, 50), 'ms', null, percentile(bare, 50)),
    figure('typing-30-pages-p95', percentile(times, 95), 'ms', 16, limit)
  ];
}
