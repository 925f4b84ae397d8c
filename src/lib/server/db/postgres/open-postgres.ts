import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { DomainError } from '../../../kernel/domain-error';
import { openPostgresBus } from './postgres-bus';
import { KyselyLogStore } from '../append/kysely-log-store';
import type { Database } from '../database';
import { migrate } from '../migrate';
import type { Migration } from '../migrations/migration';
import { marked, refuseNesting } from '../nesting';
import type { Schema } from '../schema';
import { postgresCommit } from './postgres-commit';

const OLDEST = 150_000;
const BIGINT_OID = 20;

/** Wall milliseconds and sequence numbers are far below 2^53. */
const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    oid === BIGINT_OID ? Number : pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser
};

/**
 * Opens a PostgreSQL database, shared by any number of nodes, and brings its schema up to date.
 * @throws DomainError `database.unreachable`, `database.too-old`, `database.not-durable`, `database.too-new`
 */
export async function openPostgres(url: string, migrations: readonly Migration[]): Promise<Database> {
  const pool = new pg.Pool({
    connectionString: url,
    max: 12,
    connectionTimeoutMillis: 10_000,
    types,
    application_name: 'plateau'
  });
  // An idle connection that breaks is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => {});
  // So would one that breaks in the middle of a transaction, between two queries: its next query fails, and is tried again.
  pool.on('connect', (client) => client.on('error', () => {}));
  try {
    await checkServer(pool);
    return await assemble(url, pool, migrations);
  } catch (error) {
    if (!pool.ended) await pool.end();
    throw error;
  }
}

async function checkServer(pool: pg.Pool): Promise<void> {
  const answer = await pool
    .query<{ version: string; durable: boolean }>(
      `select current_setting('server_version_num') as version,
              current_setting('fsync') = 'on' and current_setting('synchronous_commit') <> 'off' as durable`
    )
    .catch((error: unknown) => {
      throw new DomainError('database.unreachable', error instanceof Error ? error.message : String(error));
    });
  const { version, durable } = answer.rows[0]!;
  if (Number(version) < OLDEST)
    throw new DomainError('database.too-old', `PostgreSQL 15 or later is needed, this is ${version}`);
  if (!durable)
    throw new DomainError(
      'database.not-durable',
      'PostgreSQL runs with fsync or synchronous_commit off: turn them on'
    );
}

async function assemble(url: string, pool: pg.Pool, migrations: readonly Migration[]): Promise<Database> {
  const read = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
  const write: Database['write'] = async (work) => {
    refuseNesting();
    return read.transaction().execute((tx) => marked(() => work(tx)));
  };
  const store = { engine: 'postgres' as const, read, write };
  await migrate(store, migrations, Date.now);
  const { bus, close: closeBus } = await openPostgresBus(url, pool);
  const log = new KyselyLogStore(store, postgresCommit(pool), (change) =>
    bus.publish({ kind: 'sitting', ...change })
  );
  let closing: Promise<void> | null = null;
  const close = async () => {
    await log.idle();
    await closeBus();
    await read.destroy();
  };
  const backup = () =>
    Promise.reject(
      new DomainError('database.no-backup', 'back PostgreSQL up with pg_dump or its own replication')
    );
  return { ...store, log, bus, backup, close: () => (closing ??= close()) };
}
