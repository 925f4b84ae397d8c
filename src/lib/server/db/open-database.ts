import { mkdirSync } from 'node:fs';
import { DomainError } from '../../kernel/domain-error';
import type { Settings } from '../settings';
import type { Database } from './database';
import { migrations } from './migrations/index';
import { openPostgres } from './postgres/open-postgres';
import { openSqlite } from './sqlite/open-sqlite';

/**
 * Opens the store that the settings name, with its schema up to date, and makes the data folder (which holds the
 * blobs on either engine).
 * @throws DomainError `database.locked` (another server owns the data folder), `database.unreadable`,
 *   `database.unreachable`, `database.too-old` (PostgreSQL below 15), `database.not-durable` (fsync off),
 *   `database.too-new` (schema of a later Plateau)
 */
export async function openDatabase(settings: Pick<Settings, 'dataDir' | 'databaseUrl'>): Promise<Database> {
  try {
    mkdirSync(settings.dataDir, { recursive: true });
  } catch (error) {
    throw new DomainError('database.unreadable', error instanceof Error ? error.message : String(error));
  }
  return settings.databaseUrl === null
    ? openSqlite(settings.dataDir, migrations)
    : openPostgres(settings.databaseUrl, migrations);
}
