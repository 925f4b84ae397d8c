/* Measures everything in one run against one built server, prints the table and writes `results.json`. See README.md. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { table, type Figure } from './figures';
import { append } from './measures/append';
import { firstLoad, interactive } from './measures/first-load';
import { logged } from './measures/log-size';
import { machineFigures, machineLimits } from './measures/machine';
import { replay } from './measures/replay';
import { sheet } from './measures/sheet';
import { simulate } from './measures/simulate';
import { typing } from './measures/typing';
import { windows } from './measures/windows';
import { openBrowser } from './world/browser';
import { startRoom } from './world/seats';
import { Server } from './world/server';
import type { World } from './world/world';

const only = process.argv.slice(2);
const figures: Figure[] = [];
const faults: string[] = [];

/** Takes one measure; a fault spoils that one only, and the exit code. */
async function measure(name: string, take: () => Promise<readonly Figure[]>): Promise<void> {
  if (only.length > 0 && !only.includes(name)) return;
  console.log(name);
  try {
    figures.push(...(await take()));
  } catch (fault) {
    faults.push(name);
    console.error(`  ${name} could not be measured:`, fault);
  }
}

// On the disk of the clone, where `data/` would be: /tmp is memory on many machines.
mkdirSync('.cache', { recursive: true });
const folder = mkdtempSync(join('.cache', 'bench-'));
const dataDir = join(folder, 'data');
console.log('Measuring the machine, then filling a database…');
const limits = await machineLimits(folder);
figures.push(...machineFigures(limits));
await measure('simulate-400', simulate);
const seeded = execFileSync(
  process.execPath,
  ['node_modules/tsx/dist/cli.mjs', 'bench/world/seed.ts', dataDir],
  {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit']
  }
);
const world = JSON.parse(seeded) as World;
const server = await Server.start(dataDir);
// Interrupted, it leaves neither a server nor a database behind.
process.once('exit', () => {
  server.kill();
  rmSync(folder, { recursive: true, force: true });
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
try {
  await measure('append-60', () => append(server, world.small, 100, limits, 400));
  await measure('append-500', () => append(server, world.large, 250, limits, null));
  const seats = await startRoom(server.origin, world.desks);
  const browser = await openBrowser();
  await measure('first-load', () => firstLoad(browser, seats[0]!));
  await measure('interactive', () => interactive(browser, seats.slice(1, 6)));
  await measure('windows', () => windows(browser, seats.slice(6, 9)));
  await measure('sheet', () => sheet(browser, seats[9]!));
  await measure('replay', () => replay(browser, server.origin, world.long));
  const unpaced = await openBrowser({ unpaced: true });
  await measure('typing', () => typing(unpaced, seats[10]!));
  await unpaced.close();
  await measure('log-size', () => logged(browser, seats[11]!, dataDir));
  await browser.close();
} finally {
  await server.stop();
}

console.log(`\n${table(figures)}\n`);
if (only.length === 0) writeFileSync('bench/results.json', `${JSON.stringify(figures, null, 2)}\n`);
if (faults.length > 0) console.error(`Could not be measured: ${faults.join(', ')}`);
process.exit(faults.length > 0 ? 1 : 0);
