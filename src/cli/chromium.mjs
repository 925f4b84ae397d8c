/* Finds a Chromium for the tests: CHROMIUM_PATH, else Playwright's own, else /usr/bin/chromium, else Debian's package
   (as root), else says the one command to type. */
import { existsSync } from 'node:fs';
import { run } from './prepare.mjs';

const DEBIAN = '/usr/bin/chromium';

/** Path of a Chromium that can be started. Ends the process with one clear line when there is none. */
export async function ensureChromium() {
  const { CHROMIUM_PATH } = process.env;
  if (CHROMIUM_PATH && existsSync(CHROMIUM_PATH)) return CHROMIUM_PATH;
  const { chromium } = await import('@playwright/test');
  if (existsSync(chromium.executablePath())) return chromium.executablePath();
  if (existsSync(DEBIAN)) return DEBIAN;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.log('Installing Chromium for the browser tests…');
    await run('apt-get', ['update'], { quiet: true });
    const { code, output } = await run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], {
      quiet: true,
      env: { DEBIAN_FRONTEND: 'noninteractive' }
    });
    if (code === 0 && existsSync(DEBIAN)) return DEBIAN;
    console.error(output);
  }
  console.error('No Chromium for the browser tests. Type: npx playwright install --with-deps chromium');
  process.exit(1);
}
