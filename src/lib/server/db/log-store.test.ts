import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addSittings, draft, engines, startEngine, type TestEngine } from '../../../../tests/builders/store';
import type { SittingId } from '../../kernel/ids';
import { findBreak } from '../../log/chain.server';
import type { AppendRequest } from '../../log/store';
import type { Change } from '../bus';
import type { Database } from './database';

describe.each(engines)('the log store on %s', (name) => {
  let engine: TestEngine;
  let db: Database;
  let sitting: SittingId;
  let count = 0;
  beforeAll(async () => {
    engine = await startEngine(name);
    db = await engine.open();
  });
  afterAll(() => engine.stop());
  beforeEach(async () => {
    sitting = (await addSittings(db, 1, `one-${++count}`))[0]!;
  });

  const append = (expectedN: number, more: Partial<AppendRequest> = {}) =>
    db.log.append({ sitting, expectedN, entries: [draft(expectedN)], nextDueAt: null, ...more });
  const batch = (expectedN: number, from: number, size: number, id = `box-${sitting}`) =>
    append(expectedN, {
      entries: Array.from({ length: size }, (_, index) => draft(expectedN + index)),
      outbox: { id, from, indexes: Array.from({ length: size }, (_, index) => index) },
      seenAt: 5_000 + from
    });

  it('numbers, chains and gives back what was appended', async () => {
    const first = await append(0, {
      entries: [draft(0), draft(10, { é: ['«', null, 1.5], b: { c: true } })]
    });
    expect(first.entries.map(({ n }) => n)).toEqual([1, 2]);
    await append(2, { entries: [draft(20, undefined)], status: 'running', nextDueAt: 77 });
    const entries = await db.log.read(sitting, 0);
    expect(entries.slice(0, 2)).toEqual(first.entries);
    expect(entries[1]!.d).toEqual({ é: ['«', null, 1.5], b: { c: true } });
    expect(findBreak(entries)).toBeNull();
    expect(await db.log.head(sitting)).toEqual({ n: 3, hash: entries[2]!.hash });
    expect(await db.log.read(sitting, 1, 1)).toEqual([entries[1]]);
    const row = await db.read
      .selectFrom('sittings')
      .selectAll()
      .where('id', '=', sitting)
      .executeTakeFirstOrThrow();
    expect(row).toMatchObject({ head_n: 3, status: 'running', next_due_at: 77 });
  });

  it('refuses a decision taken on an older log, and writes nothing of it', async () => {
    await append(0);
    await expect(append(0)).rejects.toMatchObject({ code: 'log.conflict', details: { headN: 1 } });
    await expect(append(2)).rejects.toMatchObject({ code: 'log.conflict' });
    expect(await db.log.read(sitting, 0)).toHaveLength(1);
  });

  it('refuses an unknown sitting and what is not JSON', async () => {
    await expect(append(0, { sitting: 'nobody' as SittingId })).rejects.toMatchObject({
      code: 'sitting.unknown'
    });
    await expect(db.log.head('nobody' as SittingId)).rejects.toMatchObject({ code: 'sitting.unknown' });
    await expect(append(0, { entries: [draft(0, { x: NaN })] })).rejects.toMatchObject({
      code: 'log.malformed'
    });
    await expect(append(0, { outbox: { id: 'b', from: 1, indexes: [1] } })).rejects.toMatchObject({
      code: 'log.malformed'
    });
    expect(await db.log.head(sitting)).toMatchObject({ n: 0 });
  });

  it('appends a resent batch once and answers with the same numbers', async () => {
    const first = await batch(0, 1, 3);
    expect(first).toMatchObject({ ns: [1, 2, 3], repeated: false });
    expect(await batch(0, 1, 3)).toEqual({ entries: [], ns: [1, 2, 3], repeated: true });
    expect(await batch(3, 2, 2)).toMatchObject({ ns: [2, 3], repeated: true });
    expect(await db.log.read(sitting, 0)).toHaveLength(3);
    expect(await db.log.outboxHead(sitting, `box-${sitting}`)).toBe(3);
    expect(await db.log.receipt(sitting, `box-${sitting}`, 2, 5)).toEqual([2, 3]);
  });

  it('appends a batch once even when it is sent twice at the same time', async () => {
    const both = await Promise.all([batch(0, 1, 2), batch(0, 1, 2)]);
    expect(both.map(({ ns }) => ns)).toEqual([
      [1, 2],
      [1, 2]
    ]);
    expect(both.map(({ repeated }) => repeated).sort()).toEqual([false, true]);
    expect(await db.log.read(sitting, 0)).toHaveLength(2);
  });

  it('knows which entries were gestures when the script wrote between them', async () => {
    const entries = [draft(1), draft(2), draft(3), draft(4)];
    const outbox = { id: `mixed-${sitting}`, from: 1, indexes: [1, 3] };
    expect(await append(0, { entries, outbox })).toMatchObject({ ns: [2, 4] });
    expect(await db.log.receipt(sitting, outbox.id, 1, 2)).toEqual([2, 4]);
  });

  it('refuses a gap, an overlap and the outbox of somebody else', async () => {
    await batch(0, 1, 2);
    await expect(batch(2, 4, 1)).rejects.toMatchObject({ code: 'outbox.gap', details: { expected: 3 } });
    await expect(batch(2, 2, 2)).rejects.toMatchObject({ code: 'outbox.overlap', details: { lastSeq: 2 } });
    const mine = `box-${sitting}`;
    const [other] = await addSittings(db, 1, `other-${count}`);
    sitting = other!;
    await expect(batch(0, 1, 1, mine)).rejects.toMatchObject({ code: 'outbox.foreign' });
    expect(await db.log.outboxHead(sitting, mine)).toBe(0);
    expect(await db.log.read(sitting, 0)).toEqual([]);
  });

  it('commits what is queued together, a conflict failing alone', async () => {
    const group = await Promise.allSettled([append(0), append(0), append(1), append(9), append(2)]);
    expect(group.map(({ status }) => status)).toEqual([
      'fulfilled',
      'rejected',
      'fulfilled',
      'rejected',
      'fulfilled'
    ]);
    expect(findBreak(await db.log.read(sitting, 0))).toBeNull();
    expect(await db.log.head(sitting)).toMatchObject({ n: 3 });
  });

  it('lets the rest of a group through when the engine refuses one request', async () => {
    const ghost = append(0, { outbox: { id: `ghost-${sitting}`, from: 1, indexes: [0] } });
    await ghost;
    // The gesture is in the log but its outbox row is gone: only the unique index can notice.
    await db.write((tx) => tx.deleteFrom('outboxes').where('sitting_id', '=', sitting).execute());
    const [other] = await addSittings(db, 1, `beside-${count}`);
    const [bad, good] = await Promise.allSettled([
      append(1, { outbox: { id: `ghost-${sitting}`, from: 1, indexes: [0] } }),
      append(0, { sitting: other! })
    ]);
    expect([bad!.status, good!.status]).toEqual(['rejected', 'fulfilled']);
    expect(await db.log.head(sitting)).toMatchObject({ n: 1 });
  });

  it('keeps the chain whole under 50 writers at once', async () => {
    const writer = async (index: number) => {
      for (let done = 0; done < 4;) {
        const { n } = await db.log.head(sitting);
        const written = await append(n, { entries: [draft(0, { index, done })] }).catch(
          (error: { code: string }) => {
            if (error.code !== 'log.conflict') throw error;
            return null;
          }
        );
        if (written) done += 1;
      }
    };
    await Promise.all(Array.from({ length: 50 }, (_, index) => writer(index)));
    const entries = await db.log.read(sitting, 0);
    expect(entries).toHaveLength(200);
    expect(findBreak(entries)).toBeNull();
    expect(new Set(entries.map(({ d }) => JSON.stringify(d))).size).toBe(200);
  });

  it('claims due sittings once each, until they append', async () => {
    await db.write((tx) => tx.updateTable('sittings').set({ next_due_at: null }).execute());
    const ids = await addSittings(db, 12, `due-${count}`);
    const base = 1_000_000 * count;
    for (const [index, id] of ids.entries())
      await db.log.append({ sitting: id, expectedN: 0, entries: [draft(0)], nextDueAt: base + index });
    await append(0, { nextDueAt: null });
    expect(await db.log.claimDue(base - 1, 10)).toEqual([]);
    const claims = await Promise.all([1, 2, 3, 4].map(() => db.log.claimDue(base + 9, 5)));
    const claimed = claims.flat();
    expect(new Set(claimed).size).toBe(claimed.length);
    claimed.push(...(await db.log.claimDue(base + 9, 50)));
    expect(claimed.sort()).toEqual(ids.slice(0, 10).sort());
    expect(await db.log.claimDue(base + 9, 50)).toEqual([]);
    await db.log.append({ sitting: ids[0]!, expectedN: 1, entries: [], nextDueAt: base + 5 });
    expect(await db.log.claimDue(base + 9, 50)).toEqual([ids[0]]);
    expect(await db.log.claimDue(base + 60_000, 50)).toHaveLength(12);
  });

  it('keeps snapshots and finds the newest at or before an entry', async () => {
    expect(await db.log.snapshot(sitting)).toBeNull();
    await db.log.putSnapshot(sitting, { n: 10, state: { a: 1 } });
    await db.log.putSnapshot(sitting, { n: 20, state: { a: 2 } });
    await db.log.putSnapshot(sitting, { n: 20, state: { a: 3 } });
    expect(await db.log.snapshot(sitting)).toEqual({ n: 20, state: { a: 3 } });
    expect(await db.log.snapshot(sitting, 19)).toEqual({ n: 10, state: { a: 1 } });
    expect(await db.log.snapshot(sitting, 9)).toBeNull();
  });

  it('records the last sign of life and the last acknowledgement', async () => {
    await batch(0, 1, 1);
    await append(1, { entries: [], seenAt: 9_000 });
    const row = await db.read
      .selectFrom('sittings')
      .selectAll()
      .where('id', '=', sitting)
      .executeTakeFirstOrThrow();
    expect(row).toMatchObject({ last_seen_at: 9_000, last_ack_at: 5_001, status: 'identity', head_n: 1 });
  });

  it('tells the bus after the write', async () => {
    const heard: Change[] = [];
    const stop = db.bus.subscribe(`sitting:${sitting}`, (change) => heard.push(change));
    await append(0, { entries: [draft(0), draft(1)] });
    await append(0).catch(() => {});
    stop();
    await append(2);
    expect(heard).toEqual([{ kind: 'sitting', sitting, session: `session-one-${count}`, n: 2 }]);
  });

  it('refuses a write inside a write', async () => {
    await expect(db.write(() => append(0))).rejects.toThrow('inside another');
    await expect(db.write(() => db.write(() => Promise.resolve(1)))).rejects.toThrow('inside another');
    expect(await append(0)).toMatchObject({ repeated: false });
  });
});
