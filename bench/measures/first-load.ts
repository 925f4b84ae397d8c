import type { Browser, Page } from '@playwright/test';
import { figure, percentile, type Figure } from '../figures';
import { probe, profileOf } from '../world/browser';
import type { Seat } from '../world/seats';

const SHOWN = 12;

interface Transfer {
  readonly path: string;
  readonly bytes: number;
}

/** Navigation to a running candidate's desk until an icon opens its window, on a machine that has nothing in its caches. */
export async function interactive(browser: Browser, seats: readonly Seat[]): Promise<readonly Figure[]> {
  const times: number[] = [];
  for (const seat of seats) {
    const context = await profileOf(browser, seat);
    const page = await context.newPage();
    await page.goto(`${seat.origin}/poste`, { waitUntil: 'commit' });
    times.push(await probe(page, "interactive('notes')"));
    await context.close();
  }
  return [figure('desk-interactive', percentile(times, 50), 'ms', 1_000)];
}

/**
 * Everything that crosses the network before any window is opened, headers included, with gzip: browsers ask for
 * nothing better from a server of the room, which speaks plain http.
 */
export async function firstLoad(browser: Browser, seat: Seat): Promise<readonly Figure[]> {
  const context = await profileOf(browser, seat);
  await context.setExtraHTTPHeaders({ 'accept-encoding': 'gzip' });
  const page = await context.newPage();
  const transfers = await watchNetwork(page);
  await page.goto('about:blank');
  await page.goto(`${seat.origin}/poste`);
  await page.locator('[data-tour="icons"] button').first().waitFor();
  // What the page fetches by itself once it is idle belongs to its first load.
  await page.evaluate('new Promise((resolve) => requestIdleCallback(() => setTimeout(resolve, 2000)))');
  await context.close();
  const all = [...transfers.values()].filter(({ bytes }) => bytes > 0).sort((a, b) => b.bytes - a.bytes);
  for (const { path, bytes } of all.slice(0, SHOWN)) console.log(`  ${String(bytes).padStart(7)} B  ${path}`);
  const sum = all.reduce((total, { bytes }) => total + bytes, 0);
  console.log(`  ${String(sum).padStart(7)} B  in ${all.length} answers`);
  return [figure('first-load', sum, 'B', 150_000)];
}

/** Encoded bytes of each answer, by request, as Chromium's network stack counts them. */
async function watchNetwork(page: Page): Promise<ReadonlyMap<string, Transfer>> {
  const transfers = new Map<string, Transfer>();
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Network.enable');
  cdp.on('Network.requestWillBeSent', ({ requestId, request }) =>
    transfers.set(requestId, { path: new URL(request.url).pathname, bytes: 0 })
  );
  cdp.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const { path } = transfers.get(requestId) ?? { path: '?' };
    transfers.set(requestId, { path, bytes: encodedDataLength });
  });
  return transfers;
}
