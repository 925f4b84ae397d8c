import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addSittings, engines, startEngine, type TestEngine } from '../../../../tests/builders/store';
import type { SessionId } from '../../kernel/ids';
import type { Database } from './database';
import { appliedMigrations, migrate } from './migrate';
import { migrations } from './migrations/index';
import { openDatabase } from './open-database';

describe.each(engines)('the database on %s', (name) => {
  let engine: TestEngine;
  let db: Database;
  beforeAll(async () => {
    engine = await startEngine(name);
    db = await engine.open();
  });
  afterAll(() => engine.stop());
  const names = async () =>
    (await db.read.selectFrom('settings_kv').select('key').orderBy('key').execute()).map((r) => r.key);

  it('commits a transaction whole, and rolls back one that throws', async () => {
    await db.write((tx) => tx.insertInto('settings_kv').values({ key: 'a', value: '1' }).execute());
    const failing = db.write(async (tx) => {
      await tx.insertInto('settings_kv').values({ key: 'b', value: '1' }).execute();
      throw new Error('changed my mind');
    });
    await expect(failing).rejects.toThrow('changed my mind');
    const twice = db.write(async (tx) => {
      await tx.insertInto('settings_kv').values({ key: 'c', value: '1' }).execute();
      await tx.insertInto('settings_kv').values({ key: 'a', value: '2' }).execute();
    });
    await expect(twice).rejects.toThrow(/unique/i);
    expect(await names()).toEqual(['a']);
  });

  it('gives numbers for large integers and rows written to a reader at once', async () => {
    const wall = 1_900_000_000_123;
    await db.write((tx) =>
      tx.insertInto('login_tries').values({ key: 'k', failures: 1, blocked_until: wall }).execute()
    );
    const row = await db.read.selectFrom('login_tries').selectAll().executeTakeFirstOrThrow();
    expect(row).toEqual({ key: 'k', failures: 1, blocked_until: wall });
  });

  it('takes everything of a session away with it', async () => {
    const [sitting] = await addSittings(db, 1, 'purged');
    await db.log.append({
      ...{ sitting: sitting!, expectedN: 0, nextDueAt: null },
      entries: [{ t: 0, wall: 0, by: 'system', type: 'test.happened', v: 1, d: {} }],
      outbox: { id: 'o', from: 1, indexes: [0] }
    });
    await db.write((tx) =>
      tx
        .deleteFrom('sessions')
        .where('id', '=', 'session-purged' as SessionId)
        .execute()
    );
    for (const table of ['accounts', 'candidates', 'sittings', 'entries', 'outboxes'] as const)
      expect(await db.read.selectFrom(table).selectAll().execute()).toEqual([]);
  });

  it('migrates once, and only forward', async () => {
    const place = await engine.place();
    const first = await openDatabase(place);
    const applied = migrations.map(({ id }) => id);
    expect(await appliedMigrations(first)).toEqual(applied);
    let copies = 0;
    const keepCopy = () => Promise.resolve(void copies++);
    await migrate(first, migrations, () => 1, keepCopy);
    expect(copies).toBe(0);
    const next = { id: applied.length + 1, name: 'next', up: async () => {} };
    await migrate(first, [...migrations, next], () => 1, keepCopy);
    expect(copies).toBe(1);
    await first.close();
    await expect(openDatabase(place)).rejects.toMatchObject({ code: 'database.too-new' });
  });

  it('leaves no half of a migration that fails', async () => {
    const database = await engine.open();
    const broken = {
      ...{ id: migrations.length + 1, name: 'broken' },
      up: async (tx: Parameters<Parameters<Database['write']>[0]>[0]) => {
        await sql`create table half (a integer)`.execute(tx);
        await sql`create nonsense`.execute(tx);
      }
    };
    await expect(migrate(database, [...migrations, broken], () => 1)).rejects.toThrow(/syntax/);
    await expect(sql`select * from half`.execute(database.read)).rejects.toThrow(/half/);
    expect(await appliedMigrations(database)).toHaveLength(migrations.length);
  });

  it('says that its folder cannot be made', async () => {
    const place = await engine.place();
    await expect(openDatabase({ ...place, dataDir: '/dev/null/data' })).rejects.toMatchObject({
      code: 'database.unreadable'
    });
  });

  it('numbers its migrations without a gap', () => {
    expect(migrations.map(({ id }) => id)).toEqual(migrations.map((_, index) => index + 1));
  });
});
