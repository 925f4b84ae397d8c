import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { errandsOf, examNode, runErrand, VARIANTS } from '../../../tests/builders/exam-errands';
import { exampleFolder, masterForTest } from '../../../tests/builders/example-scenario';
import { ExamNodes } from '../../../tests/builders/exam-nodes';
import type { PlayedSeat } from '../../../tests/builders/played-sitting';
import { startEngine, type TestEngine } from '../../../tests/builders/store';
import { essence } from '../engine/replay';
import type { AccountId, SessionId, SittingId } from '../kernel/ids';
import { seededInteger } from '../kernel/random';
import { findBreak } from '../log/chain.server';
import { FIRST_PREV } from '../log/entry';
import type { SittingContext } from './context.server';
import { loadSitting } from './load-sitting.server';

const SITTINGS = 1_000;
const NODES = 4;
/** Candidates at work at the same time, and how many deliveries between two cuts. */
const AT_ONCE = 48;
const CUT_EVERY = 60;
const SESSION = 'session-nodes' as SessionId;

let engine: TestEngine;
let ctx: SittingContext;
let nodes: ExamNodes;
let knife: pg.Client;
let call: string;
let cuts = 0;

beforeAll(async () => {
  engine = await startEngine('postgres');
  const { dataDir, databaseUrl } = await engine.place();
  ctx = await examNode(dataDir, databaseUrl!);
  const mastered = await masterForTest(exampleFolder());
  const { hash, compiled, candidate, jury } = mastered;
  call = compiled.beats.find(({ id }) => id === 'appel_aubry')!.key;
  await ctx.db.write(async (tx) => {
    await tx
      .insertInto('scenarios')
      .values({ hash, id: compiled.id, compiled: JSON.stringify({ compiled, candidate, jury }) })
      .execute();
    await tx
      .insertInto('sessions')
      .values({
        ...{
          id: SESSION,
          title: 'SA',
          referential_version: '2017',
          scenario: compiled.id,
          scenario_hash: hash
        },
        ...{
          name: 'Nœuds',
          centre: 'Centre',
          room: '',
          day: '2026-03-17',
          created_at: 1,
          demo: 0 as const,
          pace: 1
        }
      })
      .execute();
  });
  nodes = await ExamNodes.start(NODES, databaseUrl!);
  knife = new pg.Client(databaseUrl!);
  await knife.connect();
});
afterAll(async () => {
  await nodes.stop();
  await knife.end();
  await ctx.db.close();
  await engine.stop();
});

/** Candidates of the session, written in a few statements; odd variants have third-time. */
async function addSeats(count: number, name: string): Promise<readonly PlayedSeat[]> {
  const seats = Array.from({ length: count }, (_, index) => ({
    id: `${name}-${index}` as AccountId,
    sitting: `sitting-${name}-${index}` as SittingId,
    rate: index % 2 === 1 ? { rate_num: 3, rate_den: 4 } : { rate_num: 1, rate_den: 1 }
  }));
  const common = { session_id: SESSION, created_at: 1 };
  for (let from = 0; from < count; from += 250) {
    const some = seats.slice(from, from + 250);
    await ctx.db.write(async (tx) => {
      await tx
        .insertInto('accounts')
        .values(
          some.map(({ id }) => ({ ...common, id, role: 'candidate' as const, name: id, code_hash: id }))
        )
        .execute();
      await tx
        .insertInto('candidates')
        .values(
          some.map(({ id, rate }) => ({
            ...{ id, session_id: SESSION, number: id, first_name: 'Ada', last_name: id, post: id },
            ...rate
          }))
        )
        .execute();
      await tx
        .insertInto('sittings')
        .values(
          some.map(({ id, sitting }) => ({
            ...{ id: sitting, session_id: SESSION, candidate_id: id, status: 'identity' },
            ...{ head_n: 0, head_hash: FIRST_PREV }
          }))
        )
        .execute();
    });
  }
  return seats.map(({ id, sitting }) => {
    return { account: { id, role: 'candidate', name: id, session: SESSION }, sitting };
  });
}

/** Ends connections of the nodes in the middle of their work, as a failing network would: before their commit. */
async function cut(): Promise<void> {
  const { rowCount } = await knife.query(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where datname = current_database() and pid <> pg_backend_pid() and state in ('active', 'idle in transaction')
     order by random() limit 3`
  );
  cuts += rowCount ?? 0;
}

/** A whole sitting: each batch goes to a node drawn for it; some go to two nodes at once, as after a time-out. */
async function play(seat: PlayedSeat, variant: number, delivered: () => Promise<void>): Promise<void> {
  for (const [step, errand] of errandsOf(seat, variant, call).entries()) {
    const node = seededInteger(0, NODES - 1, seat.sitting, step);
    const twice = seededInteger(0, 4, seat.sitting, step, 'twice') === 0;
    await Promise.all([nodes.deliver(errand, node), ...(twice ? [nodes.deliver(errand, node + 1)] : [])]);
    await delivered();
  }
}

/** Plays sittings, a few at a time; cuts connections when asked. */
async function playAll(seats: readonly PlayedSeat[], atOnce: number, cutting: boolean): Promise<void> {
  let next = 0;
  let deliveries = 0;
  const delivered = async () => {
    deliveries += 1;
    if (cutting && deliveries % CUT_EVERY === 0) await cut();
  };
  const browser = async () => {
    for (let index = next++; index < seats.length; index = next++)
      await play(seats[index]!, index % VARIANTS, delivered);
  };
  await Promise.all(Array.from({ length: atOnce }, browser));
}

describe('four nodes on one PostgreSQL', () => {
  it('serve a thousand sittings as one process would, their connections cut before they commit', async () => {
    const single: string[][] = [];
    for (const [variant, seat] of (await addSeats(VARIANTS, 'single')).entries()) {
      for (const errand of errandsOf(seat, variant, call)) await runErrand(ctx, errand);
      single.push((await ctx.db.log.read(seat.sitting, 0)).map(essence));
    }
    expect(new Set(single.map((log) => log.join())).size).toBeGreaterThan(20);
    // Half of them have begun a letter when its deadline comes: that copy is kept, by whichever node is awake first.
    const kept = single.map((log) => log.filter((entry) => entry.includes('hand-in.frozen')));
    expect(kept.every((entries) => entries.length === 1)).toBe(true);
    expect(kept.filter(([entry]) => entry?.includes('f-lettre'))).toHaveLength(VARIANTS / 2);
    const seats = await addSeats(SITTINGS, 'many');
    await playAll(seats, AT_ONCE, true);
    expect(cuts).toBeGreaterThan(20);
    expect(nodes.faults).toBeGreaterThan(0);
    for (const [index, { sitting }] of seats.entries()) {
      const log = await ctx.db.log.read(sitting, 0);
      expect(findBreak(log)).toBeNull();
      expect(log.map(essence), sitting).toEqual(single[index % VARIANTS]);
    }
    expect((await loadSitting(ctx, seats[0]!.sitting)).engine.ended).toBe('time');
    // Some ten thousand transactions: half a minute on a quiet machine, more on a busy one.
  }, 600_000);
});
