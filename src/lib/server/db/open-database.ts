import type { Settings } from '../settings';
import type { Database } from './database';
import { migrations } from './migrations/index';
import { openPostgres } from './postgres/open-postgres';
import { openSqlite } from './sqlite/open-sqlite';

/**
 * Opens the store that the settings name, with its schema up to date.
 * @throws DomainError `database.locked` (another server owns the data folder), `database.unreadable`,
 *   `database.unreachable`, `database.too-old` (PostgreSQL below 15), `database.not-durable` (fsync off), `database.too-new` (schema of a later Plateau)
 */
export function openDatabase(settings: Pick<Settings, 'dataDir' | 'databaseUrl'>): Promise<Database> {
  return settings.databaseUrl === null
    ? openSqlite(settings.dataDir, migrations)
    : openPostgres(settings.databaseUrl, migrations);
}
