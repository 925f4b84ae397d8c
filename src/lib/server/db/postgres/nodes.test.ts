import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addSittings, draft, startEngine, type TestEngine } from '../../../../../tests/builders/store';
import type { SittingId } from '../../../kernel/ids';
import { findBreak } from '../../../log/chain.server';
import type { Change } from '../../bus';
import type { Database } from '../database';
import { openDatabase } from '../open-database';

describe('two nodes on one PostgreSQL', () => {
  let engine: TestEngine;
  let a: Database;
  let b: Database;
  let databaseUrl: string;
  beforeAll(async () => {
    engine = await startEngine('postgres');
    const place = await engine.place();
    databaseUrl = place.databaseUrl!;
    // Both migrate the same empty database at once.
    [a, b] = await Promise.all([openDatabase(place), openDatabase(place)]);
  });
  afterAll(async () => {
    await Promise.all([a.close(), b.close()]);
    await engine.stop();
  });

  it('append to the same sittings without losing or doubling anything', async () => {
    const sittings = await addSittings(a, 3, 'shared');
    const work = async (node: Database, label: string, sitting: SittingId) => {
      for (let done = 0; done < 30;) {
        const { n } = await node.log.head(sitting);
        const request = { sitting, expectedN: n, entries: [draft(0, { label, done })], nextDueAt: null };
        const ok = await node.log.append(request).catch((error: { code: string }) => {
          if (error.code !== 'log.conflict') throw error;
          return null;
        });
        if (ok) done += 1;
      }
    };
    const writers = sittings.flatMap((id) => [work(a, 'a', id), work(b, 'b', id), work(b, 'c', id)]);
    await Promise.all(writers);
    for (const sitting of sittings) {
      const entries = await b.log.read(sitting, 0);
      expect(entries).toHaveLength(90);
      expect(findBreak(entries)).toBeNull();
      expect(new Set(entries.map(({ d }) => JSON.stringify(d))).size).toBe(90);
    }
  });

  it('append a batch once when both get it', async () => {
    const [sitting] = await addSittings(a, 1, 'batch');
    const request = {
      ...{ sitting: sitting!, expectedN: 0, entries: [draft(0), draft(1)], nextDueAt: null },
      outbox: { id: 'box', from: 1, indexes: [0, 1] }
    };
    const answers = await Promise.all([a.log.append(request), b.log.append(request)]);
    expect(answers.map(({ ns }) => ns)).toEqual([
      [1, 2],
      [1, 2]
    ]);
    expect(await a.log.read(sitting!, 0)).toHaveLength(2);
  });

  it('never claim the same sitting', async () => {
    const sittings = await addSittings(a, 40, 'due');
    for (const sitting of sittings) await a.log.append({ sitting, expectedN: 0, entries: [], nextDueAt: 10 });
    const claims = await Promise.all([a, b, a, b, a, b, a, b].map((node) => node.log.claimDue(10, 8)));
    const rest = await a.log.claimDue(10, 100);
    const claimed = [...claims.flat(), ...rest];
    expect(claimed).toHaveLength(40);
    expect(new Set(claimed).size).toBe(40);
  });

  it('hear of each other, and a session hears its sittings', async () => {
    const [sitting] = await addSittings(a, 1, 'heard');
    const heard = new Promise<Change>((resolve) =>
      b.bus.subscribe('session:session-heard' as never, resolve)
    );
    await a.log.append({ sitting: sitting!, expectedN: 0, entries: [draft(0)], nextDueAt: null });
    expect(await heard).toEqual({ kind: 'sitting', sitting, session: 'session-heard', n: 1 });
  });

  it('refuse a server that is not there and one that does not keep what it acknowledges', async () => {
    const { dataDir } = await engine.place();
    const nowhere = `postgres://plateau@localhost/none?host=${encodeURIComponent(dataDir)}`;
    await expect(openDatabase({ dataDir, databaseUrl: nowhere })).rejects.toMatchObject({
      code: 'database.unreachable'
    });
    const lazy = `${databaseUrl}&options=${encodeURIComponent('-c synchronous_commit=off')}`;
    await expect(openDatabase({ dataDir, databaseUrl: lazy })).rejects.toMatchObject({
      code: 'database.not-durable'
    });
  });

  it('survive a cut of their connections and say that something may have been missed', async () => {
    const missed = new Promise<Change>((resolve) =>
      b.bus.subscribe('session:session-heard' as never, resolve)
    );
    const [sitting] = await addSittings(a, 1, 'cut');
    const client = new pg.Client(databaseUrl);
    await client.connect();
    await client.query(
      'select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and datname = current_database()'
    );
    await client.end();
    expect(await missed).toEqual({ kind: 'missed' });
    const result = await a.log.append({
      sitting: sitting!,
      expectedN: 0,
      entries: [draft(0)],
      nextDueAt: null
    });
    expect(result.entries).toHaveLength(1);
  });
});
