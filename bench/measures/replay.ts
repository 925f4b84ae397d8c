import type { Browser } from '@playwright/test';
import { figure, percentile, type Figure } from '../figures';
import { probe, profileOf } from '../world/browser';
import { signIn } from '../world/http';
import type { World } from '../world/world';

const SEEKS = 50;
/** An odd step visits instants all over the exam, never in order. */
const STRIDE = 7_919_000;

/** What a juror waits for on a copy of four hours and 30,000 entries: its replay, then any second of it. */
export async function replay(
  browser: Browser,
  origin: string,
  long: World['long']
): Promise<readonly Figure[]> {
  const juror = await signIn(origin, long.juror);
  const context = await profileOf(browser, juror);
  const page = await context.newPage();
  const started = performance.now();
  await page.goto(`${origin}/jury/copies/${long.number}`);
  await page.getByRole('tab', { name: 'Poste à cet instant' }).click();
  await page.locator('section[data-app]').first().waitFor({ state: 'attached', timeout: 60_000 });
  const opened = performance.now() - started;
  const times: number[] = [];
  for (let index = 1; index <= SEEKS; index++)
    times.push(await probe(page, `seek(${(index * STRIDE) % long.lastMs})`));
  await context.close();
  return [
    figure('replay-open', opened, 'ms'),
    figure('replay-seek-p50', percentile(times, 50), 'ms'),
    figure('replay-seek-p95', percentile(times, 95), 'ms', 300)
  ];
}
