import type { Browser } from '@playwright/test';
import { figure, percentile, type Figure } from '../figures';
import { openDesk, probe, profileOf } from '../world/browser';
import type { Seat } from '../world/seats';

const APPS = ['dossier', 'mail', 'text', 'sheet', 'agenda', 'orders', 'phone', 'files', 'notes', 'hand-in'];

/** First opening of each application's window on a machine that has never opened it, until its content is painted. */
export async function windows(browser: Browser, seats: readonly Seat[]): Promise<readonly Figure[]> {
  const times = new Map<string, number[]>(APPS.map((app) => [app, []]));
  for (const seat of seats) {
    const context = await profileOf(browser, seat);
    const page = await openDesk(context, seat);
    for (const app of APPS) times.get(app)!.push(await probe(page, `open('${app}')`));
    await context.close();
  }
  return APPS.map((app) => figure(`open-${app}`, percentile(times.get(app)!, 50), 'ms'));
}
