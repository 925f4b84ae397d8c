import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type BrowserContext, type Page } from '@playwright/test';
import type { Visitor } from './http';

const PROBE = fileURLToPath(new URL('./probe.js', import.meta.url));

/** A screen of the usual exam room. */
const VIEWPORT = { width: 1366, height: 768 };

/**
 * Chromium as a post has it. `unpaced` does not wait for the screen's next refresh before it paints: what remains is the
 * work, on any screen.
 */
export function openBrowser({ unpaced = false } = {}): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env.CHROMIUM_PATH,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--autoplay-policy=no-user-gesture-required',
      ...(unpaced ? ['--disable-frame-rate-limit', '--disable-gpu-vsync'] : [])
    ]
  });
}

/** A fresh profile signed in as `visitor`: nothing in any cache. */
export async function profileOf(browser: Browser, visitor: Visitor): Promise<BrowserContext> {
  const context = await browser.newContext({
    viewport: VIEWPORT,
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris'
  });
  const [name = '', value = ''] = visitor.cookie.split('=');
  await context.addCookies([{ name, value, url: visitor.origin, httpOnly: true, sameSite: 'Strict' }]);
  await context.addInitScript({ path: PROBE });
  return context;
}

/** The desk of a candidate, its icons there. */
export async function openDesk(context: BrowserContext, visitor: Visitor): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${visitor.origin}/poste`);
  await page.locator('[data-tour="icons"] button').first().waitFor();
  return page;
}

/** Asks the probe of the page (`probe.js`) for a number. */
export const probe = (page: Page, call: string): Promise<number> =>
  page.evaluate<number>(`globalThis.bench.${call}`);
