import { test as base, type Browser, type BrowserContext, type Page } from '@playwright/test';
import { PlateauServer, type DemoPerson } from './server';
import { Door } from '../pages/door';

export { expect } from '@playwright/test';

/** Somebody at a machine of their own: a browser that shares nothing with the others. */
export interface Seat {
  readonly context: BrowserContext;
  readonly page: Page;
}

/** A fresh browser of a machine. */
export async function sitDown(browser: Browser, server: PlateauServer): Promise<Seat> {
  const context = await browser.newContext({ baseURL: server.url, acceptDownloads: true });
  return { context, page: await context.newPage() };
}

/** Somebody who has entered their code at a fresh machine. */
export async function enter(browser: Browser, server: PlateauServer, code: string): Promise<Seat> {
  const seat = await sitDown(browser, server);
  await new Door(seat.page).enter(code);
  return seat;
}

/** Somebody of the demonstration who has entered their code. */
export const arrive = async (browser: Browser, server: PlateauServer, who: DemoPerson): Promise<Seat> =>
  enter(browser, server, (await server.codes())[who]);

/** A server of the demonstration for one test, ended with it. */
export const test = base.extend<{ server: PlateauServer }>({
  // eslint-disable-next-line no-empty-pattern
  server: async ({}, use) => {
    const server = await PlateauServer.start('demo');
    await use(server);
    await server.stop();
  }
});
