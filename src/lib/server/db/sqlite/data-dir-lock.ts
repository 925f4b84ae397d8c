import Sqlite from 'better-sqlite3';
import { join } from 'node:path';
import { DomainError } from '../../../kernel/domain-error';

/** Keeps a second server out of a data folder for as long as this process lives. */
export interface DataDirLock {
  release(): void;
}

/**
 * Takes the lock of a data folder. It is a lock of the operating system (the exclusive transaction of a small SQLite
 * file), so that a killed process never leaves it behind.
 * @throws DomainError `database.locked`
 */
export function lockDataDir(dataDir: string): DataDirLock {
  const db = new Sqlite(join(dataDir, 'server.lock'), { timeout: 0 });
  try {
    db.exec('begin exclusive');
  } catch (error) {
    db.close();
    if (error instanceof Sqlite.SqliteError && error.code.startsWith('SQLITE_BUSY'))
      throw new DomainError('database.locked', `another Plateau server is using ${dataDir}`, { dataDir });
    throw error;
  }
  return { release: () => db.close() };
}
