import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addSittings, startEngine, type TestEngine } from '../../../../../tests/builders/store';
import { openDatabase } from '../open-database';

const ROOT = fileURLToPath(new URL('../../../../../', import.meta.url));

describe('the writer thread in a server bundle', () => {
  let engine: TestEngine;
  let outDir: string;
  beforeAll(async () => {
    engine = await startEngine('sqlite');
    // Beside node_modules, as the real build is, so that the native module is found from there.
    mkdirSync(join(ROOT, 'node_modules/.cache'), { recursive: true });
    outDir = mkdtempSync(join(ROOT, 'node_modules/.cache/bundle-'));
  });
  afterAll(async () => {
    rmSync(outDir, { recursive: true, force: true });
    await engine.stop();
  });

  it.each([false, true])('starts and writes (minified: %s)', { timeout: 60_000 }, async (minify) => {
    await build({
      ...{
        configFile: false,
        root: ROOT,
        logLevel: 'error',
        ssr: { noExternal: true, external: ['better-sqlite3', 'pg'] }
      },
      build: { ssr: 'tests/builders/crash-writer.ts', outDir, emptyOutDir: true, minify }
    });
    const place = await engine.place();
    const database = await openDatabase(place);
    const [sitting] = await addSittings(database, 1);
    await database.close();
    const child = spawn(process.execPath, [join(outDir, 'crash-writer.js'), place.dataDir, sitting!], {
      stdio: ['ignore', 'pipe', 'inherit']
    });
    const lines: string[] = [];
    for await (const line of createInterface({ input: child.stdout })) {
      lines.push(line);
      child.kill('SIGKILL');
    }
    expect(lines[0]).toMatch(new RegExp(`^${sitting} 2 [0-9a-f]{64}$`));
  });
});
