import Sqlite from 'better-sqlite3';
import { sql } from 'kysely';
import { spawn } from 'node:child_process';
import { copyFileSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addSittings, draft, startEngine, type TestEngine } from '../../../../../tests/builders/store';
import { findBreak } from '../../../log/chain.server';
import type { Entry } from '../../../log/entry';
import type { SittingId } from '../../../kernel/ids';
import type { Database } from '../database';
import { migrations } from '../migrations/index';
import { openDatabase } from '../open-database';
import { openSqlite, SQLITE_FILE } from './open-sqlite';

const CRASH_WRITER = fileURLToPath(new URL('../../../../../tests/builders/crash-writer.ts', import.meta.url));

describe('the embedded SQLite', () => {
  let engine: TestEngine;
  beforeAll(async () => {
    engine = await startEngine('sqlite');
  });
  afterAll(() => engine.stop());

  it('flushes every commit, after a first write and after a new start', async () => {
    const place = await engine.place();
    for (const start of [1, 2]) {
      const database = await openDatabase(place);
      const pragma = (name: string) =>
        database.write(async (tx) => {
          await tx
            .updateTable('settings_kv')
            .set({ value: `${start}` })
            .execute();
          const { rows } = await sql<Record<string, unknown>>`pragma ${sql.raw(name)}`.execute(tx);
          return Object.values(rows[0]!)[0];
        });
      expect(await pragma('synchronous')).toBe(2);
      expect(await pragma('journal_mode')).toBe('wal');
      expect(await pragma('foreign_keys')).toBe(1);
      await database.close();
    }
  });

  it('refuses to write through the reading connection', async () => {
    const database = await engine.open();
    const write = database.read.insertInto('settings_kv').values({ key: 'x', value: 'y' }).execute();
    await expect(write).rejects.toThrow(/readonly/);
  });

  it('belongs to one server at a time', async () => {
    const place = await engine.place();
    const database = await openDatabase(place);
    await expect(openDatabase(place)).rejects.toMatchObject({ code: 'database.locked' });
    await database.close();
    await (await openDatabase(place)).close();
    expect(readdirSync(place.dataDir)).toContain(SQLITE_FILE);
  });

  it('says that a file is not a database, and lets the folder go', async () => {
    const { dataDir } = await engine.place();
    const file = join(dataDir, SQLITE_FILE);
    writeFileSync(file, 'This is a letter, not a database. '.repeat(100));
    await expect(openSqlite(dataDir, migrations)).rejects.toMatchObject({ code: 'database.unreadable' });
    await expect(openSqlite(dataDir, migrations)).rejects.toMatchObject({ code: 'database.unreadable' });
  });

  it('keeps a copy before it migrates, and copies on demand while it is written', async () => {
    const { dataDir } = await engine.place();
    const first = await openSqlite(dataDir, migrations);
    const [sitting] = await addSittings(first, 1);
    await first.log.append({ sitting: sitting!, expectedN: 0, entries: [draft(0)], nextDueAt: null });
    const copy = join(dataDir, 'copy', SQLITE_FILE);
    mkdirSync(join(dataDir, 'copy'));
    await Promise.all([
      first.backup(copy),
      first.log.append({ sitting: sitting!, expectedN: 1, entries: [draft(1)], nextDueAt: null })
    ]);
    await first.close();

    const next = { id: migrations.length + 1, name: 'next', up: async () => {} };
    await (await openSqlite(dataDir, [...migrations, next])).close();
    const [kept] = readdirSync(join(dataDir, 'backups'));
    expect(kept).toMatch(/^schema-\d+-\d+\.sqlite$/);
    copyFileSync(join(dataDir, 'backups', kept!), copy);
    const before = await openSqlite(join(dataDir, 'copy'), migrations);
    expect(await before.log.read(sitting!, 0)).toHaveLength(2);
    await before.close();
  });

  it('loses nothing acknowledged in ten kills', { timeout: 120_000 }, async () => {
    const place = await engine.place();
    const setUp = await openDatabase(place);
    const sittings = await addSittings(setUp, 4);
    await setUp.close();
    let total = 0;
    for (let round = 0; round < 10; round++) {
      const acknowledged = await writeUntilKilled(place.dataDir, sittings, 20 + 37 * round);
      const database = await openDatabase(place);
      for (const sitting of sittings) {
        const entries = await readAll(database, sitting);
        expect(findBreak(entries)).toBeNull();
        expect(await database.log.head(sitting)).toEqual({ n: entries.length, hash: entries.at(-1)?.hash });
        for (const { n, hash } of acknowledged.filter((ack) => ack.sitting === sitting))
          expect(entries[n - 1]?.hash).toBe(hash);
        total = Math.max(total, entries.length);
      }
      await database.close();
      const check = new Sqlite(join(place.dataDir, SQLITE_FILE), { readonly: true });
      expect(check.pragma('integrity_check', { simple: true })).toBe('ok');
      check.close();
    }
    expect(total).toBeGreaterThan(100);
  });
});

/** Kills the writer with SIGKILL as soon as it has acknowledged `count` appends; returns every acknowledgement read. */
async function writeUntilKilled(dataDir: string, sittings: readonly string[], count: number) {
  const child = spawn(process.execPath, ['--import', 'tsx', CRASH_WRITER, dataDir, ...sittings], {
    stdio: ['ignore', 'pipe', 'inherit']
  });
  const acknowledged: { sitting: string; n: number; hash: string }[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    const [sitting, n, hash] = line.split(' ');
    // The very last line may be cut by the kill.
    if (hash?.length === 64) acknowledged.push({ sitting: sitting!, n: Number(n), hash });
    if (acknowledged.length === count) child.kill('SIGKILL');
  }
  expect(acknowledged.length).toBeGreaterThanOrEqual(count);
  return acknowledged;
}

async function readAll(database: Database, sitting: SittingId): Promise<Entry[]> {
  const entries: Entry[] = [];
  for (let page; (page = await database.log.read(sitting, entries.length)).length > 0;) entries.push(...page);
  return entries;
}
