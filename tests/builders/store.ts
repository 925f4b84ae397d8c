import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AccountId, SessionId, SittingId } from '../../src/lib/kernel/ids';
import { FIRST_PREV, type EntryDraft } from '../../src/lib/log/entry';
import type { Database, Engine } from '../../src/lib/server/db/database';
import { openDatabase } from '../../src/lib/server/db/open-database';
import { startPostgres, type TestPostgres } from './postgres';

/** Where tests get databases of one engine from. Start it in `beforeAll`, stop it in `afterAll`. */
export interface TestEngine {
  readonly engine: Engine;
  /** A new place for a database: give it to `openDatabase`, several times for several nodes (PostgreSQL only). */
  place(): Promise<{ readonly dataDir: string; readonly databaseUrl: string | null }>;
  /** A new open database; it is closed by `stop` at the latest. */
  open(): Promise<Database>;
  stop(): Promise<void>;
}

export const engines: readonly Engine[] = ['sqlite', 'postgres'];

/** @example describe.each(engines)('the store on %s', (name) => { beforeAll(async () => { engine = await startEngine(name) }) … }) */
export async function startEngine(engine: Engine): Promise<TestEngine> {
  const home = mkdtempSync(join(tmpdir(), 'plateau-store-'));
  const server: TestPostgres | null = engine === 'postgres' ? await startPostgres() : null;
  const opened: Database[] = [];
  const place = async () => ({
    dataDir: mkdtempSync(join(home, 'data-')),
    databaseUrl: (await server?.createDatabase()) ?? null
  });
  return {
    engine,
    place,
    async open() {
      const database = await openDatabase(await place());
      opened.push(database);
      return database;
    },
    async stop() {
      await Promise.all(opened.map((database) => database.close()));
      await server?.stop();
      rmSync(home, { recursive: true, force: true });
    }
  };
}

/** Writes the rows of one session with `count` candidates and returns the ids of their empty sittings. */
export async function addSittings(database: Database, count: number, name = 's'): Promise<SittingId[]> {
  const session = `session-${name}` as SessionId;
  const numbers = Array.from({ length: count }, (_, index) => String(index + 1));
  await database.write(async (tx) => {
    await tx
      .insertInto('sessions')
      .values({
        ...{ id: session, title: 'SA', referential_version: '2023', scenario: 'essai', scenario_hash: '0' },
        ...{
          name: 'Essai',
          centre: 'Centre',
          room: 'A1',
          day: '2026-03-17',
          created_at: 1,
          demo: 0 as const,
          pace: 1
        }
      })
      .execute();
    for (const number of numbers) {
      const id = `account-${name}-${number}` as AccountId;
      const account = {
        id,
        role: 'candidate' as const,
        name: number,
        session_id: session,
        code_hash: id,
        created_at: 1
      };
      await tx.insertInto('accounts').values(account).execute();
      const person = { number, first_name: 'Ada', last_name: number, post: number, rate_num: 1, rate_den: 1 };
      await tx
        .insertInto('candidates')
        .values({ id, session_id: session, ...person })
        .execute();
      const sitting = {
        id: sittingId(name, number),
        session_id: session,
        candidate_id: id,
        status: 'identity'
      };
      await tx
        .insertInto('sittings')
        .values({ ...sitting, head_n: 0, head_hash: FIRST_PREV })
        .execute();
    }
  });
  return numbers.map((number) => sittingId(name, number));
}

const sittingId = (name: string, number: string) => `sitting-${name}-${number}` as SittingId;

/** A small candidate's entry at exam time `t`. */
export const draft = (t: number, d: unknown = { text: `at ${t}` }): EntryDraft => {
  return { t, wall: 1_000 + t, by: 'candidate', type: 'test.happened', v: 1, d };
};
