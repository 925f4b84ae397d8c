import Sqlite from 'better-sqlite3';
import { Kysely, SqliteDialect } from 'kysely';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DomainError } from '../../../kernel/domain-error';
import { LocalBus } from '../../bus';
import { KyselyLogStore } from '../append/kysely-log-store';
import type { Database } from '../database';
import { migrate } from '../migrate';
import type { Migration } from '../migrations/migration';
import { marked, refuseNesting } from '../nesting';
import type { Schema } from '../schema';
import { lockDataDir } from './data-dir-lock';
import { preparedOnce } from './prepared-once';
import { sqliteCommit } from './sqlite-commit';
import { SqliteWriter } from './writer';
import { writerDialect } from './writer-dialect';

/** Name of the embedded database inside the data folder. */
export const SQLITE_FILE = 'plateau.sqlite';

/**
 * Opens the embedded database of a data folder, for this process alone, and brings its schema up to date (keeping a
 * copy in `backups/` before it changes an existing one).
 * @throws DomainError `database.locked`, `database.unreadable`, `database.too-new`
 */
export async function openSqlite(dataDir: string, migrations: readonly Migration[]): Promise<Database> {
  const lock = lockDataDir(dataDir);
  const file = join(dataDir, SQLITE_FILE);
  let writer: SqliteWriter;
  try {
    writer = await SqliteWriter.open(file);
  } catch (error) {
    lock.release();
    throw new DomainError(
      'database.unreadable',
      `${file}: ${error instanceof Error ? error.message : String(error)}`
    );
  }
  try {
    return await assemble(dataDir, file, writer, lock.release, migrations);
  } catch (error) {
    await writer.close();
    lock.release();
    throw error;
  }
}

async function assemble(
  dataDir: string,
  file: string,
  writer: SqliteWriter,
  releaseLock: () => void,
  migrations: readonly Migration[]
): Promise<Database> {
  const reader = new Sqlite(file, { readonly: true, timeout: 5_000 });
  const read = new Kysely<Schema>({ dialect: new SqliteDialect({ database: preparedOnce(reader) }) });
  const writes = new Kysely<Schema>({ dialect: writerDialect(writer) });
  const write: Database['write'] = async (work) => {
    refuseNesting();
    return writes.transaction().execute((tx) => marked(() => work(tx)));
  };
  const backup = (copy: string) => writer.backup(copy);
  const store = { engine: 'sqlite' as const, read, write };
  try {
    await migrate(store, migrations, Date.now, async (applied) => {
      if (applied === 0) return;
      mkdirSync(join(dataDir, 'backups'), { recursive: true });
      await backup(join(dataDir, 'backups', `schema-${applied}-${Date.now()}.sqlite`));
    });
  } catch (error) {
    await read.destroy();
    throw error;
  }
  const bus = new LocalBus();
  const log = new KyselyLogStore(store, sqliteCommit(reader, writer), (change) =>
    bus.publish({ kind: 'sitting', ...change })
  );
  let closing: Promise<void> | null = null;
  const close = async () => {
    await log.idle();
    await writer.close();
    await read.destroy();
    releaseLock();
  };
  return { ...store, log, bus, backup, close: () => (closing ??= close()) };
}
