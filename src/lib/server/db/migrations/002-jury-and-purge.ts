import { sql, type Transaction } from 'kysely';
import type { Schema } from '../schema';
import type { Migration } from './migration';

/** Who corrects which copy, who may not, and what a purge takes away: the grids too. A line stays of each purge. */
export const juryAndPurge: Migration = {
  id: 2,
  name: 'jury and purge',
  async up(tx) {
    await jury(tx);
    await gridsOfSessions(tx);
    await tx.schema
      .createTable('purges')
      .addColumn('session', 'text', (column) => column.primaryKey())
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('centre', 'text', (column) => column.notNull())
      .addColumn('day', 'text', (column) => column.notNull())
      .addColumn('candidates', 'integer', (column) => column.notNull())
      .addColumn('purged_at', 'bigint', (column) => column.notNull())
      .addColumn('purged_by', 'text', (column) => column.notNull())
      .execute();
  }
};

async function jury(tx: Transaction<Schema>): Promise<void> {
  await ofCopyAndJuror(tx, 'copy_jurors')
    .addColumn('place', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('copy_jurors_pk', ['sitting_id', 'juror_id'])
    .addUniqueConstraint('copy_jurors_place', ['sitting_id', 'place'])
    .execute();
  await ofCopyAndJuror(tx, 'recusals')
    .addColumn('cause', 'text', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('recusals_pk', ['sitting_id', 'juror_id'])
    .execute();
}

const ofCopyAndJuror = (tx: Transaction<Schema>, table: 'copy_jurors' | 'recusals') =>
  tx.schema
    .createTable(table)
    .addColumn('sitting_id', 'text', (column) =>
      column.notNull().references('sittings.id').onDelete('cascade')
    )
    .addColumn('juror_id', 'text', (column) =>
      column.notNull().references('accounts.id').onDelete('cascade')
    );

/** `grid_events` holds grids by sitting and signatures by `session:<id>`: the column says whose they are, for the purge. */
async function gridsOfSessions(tx: Transaction<Schema>): Promise<void> {
  await tx.schema
    .alterTable('grid_events')
    .addColumn('session_id', 'text', (column) => column.references('sessions.id').onDelete('cascade'))
    .execute();
  await sql`update grid_events set session_id = coalesce(
    (select sittings.session_id from sittings where sittings.id = grid_events.copy),
    (select sessions.id from sessions where 'session:' || sessions.id = grid_events.copy))`.execute(tx);
  await sql`delete from grid_events where session_id is null`.execute(tx);
  await tx.schema.createIndex('grid_events_by_session').on('grid_events').column('session_id').execute();
}
