import { sql } from 'kysely';
import { DomainError } from '../../kernel/domain-error';
import type { Database } from './database';
import type { Migration } from './migrations/migration';

/** Key of the advisory lock that keeps two nodes from migrating one PostgreSQL together. */
const MIGRATION_LOCK = 0x506c6174;

type Store = Pick<Database, 'engine' | 'read' | 'write'>;

/** Numbers of the steps that this database has had, in order. Creates the table that keeps them. */
export async function appliedMigrations(store: Store): Promise<number[]> {
  return store.write(async (tx) => {
    if (store.engine === 'postgres') await sql`select pg_advisory_xact_lock(${MIGRATION_LOCK})`.execute(tx);
    await tx.schema
      .createTable('migrations')
      .ifNotExists()
      .addColumn('id', 'integer', (column) => column.primaryKey())
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('applied_at', 'bigint', (column) => column.notNull())
      .execute();
    const rows = await tx.selectFrom('migrations').select('id').orderBy('id').execute();
    return rows.map(({ id }) => id);
  });
}

/**
 * Applies the missing steps, each in its own transaction; another node that does the same waits, then finds them done.
 * @param beforeFirst called once before anything changes, with the number of steps already there (to keep a copy).
 * @throws DomainError `database.too-new` when the database knows steps that this program does not.
 */
export async function migrate(
  store: Store,
  migrations: readonly Migration[],
  now: () => number,
  beforeFirst: (applied: number) => Promise<void> = async () => {}
): Promise<void> {
  const applied = await appliedMigrations(store);
  const newest = applied.at(-1) ?? 0;
  if (newest > migrations.length)
    throw new DomainError(
      'database.too-new',
      `the database has schema ${newest}, this version of Plateau knows ${migrations.length}`
    );
  const missing = migrations.filter(({ id }) => !applied.includes(id));
  if (missing.length === 0) return;
  await beforeFirst(applied.length);
  for (const migration of missing) await apply(store, migration, now);
}

async function apply(store: Store, migration: Migration, now: () => number): Promise<void> {
  await store.write(async (tx) => {
    if (store.engine === 'postgres') await sql`select pg_advisory_xact_lock(${MIGRATION_LOCK})`.execute(tx);
    const done = await tx
      .selectFrom('migrations')
      .select('id')
      .where('id', '=', migration.id)
      .executeTakeFirst();
    if (done) return;
    await migration.up(tx, store.engine);
    await tx
      .insertInto('migrations')
      .values({ id: migration.id, name: migration.name, applied_at: now() })
      .execute();
  });
}
