import { sql, type CreateTableBuilder, type Transaction } from 'kysely';
import type { Schema } from '../schema';
import type { Migration } from './migration';

/** Tables of a session and of everything that its purge takes away with it, then those of the installation. */
export const firstTables: Migration = {
  id: 1,
  name: 'first tables',
  async up(tx) {
    await sessions(tx);
    await accounts(tx);
    await sittings(tx);
    await logs(tx);
    await installation(tx);
  }
};

async function sessions(tx: Transaction<Schema>): Promise<void> {
  await texts(tx.schema.createTable('scenarios'), ['id', 'compiled'])
    .addColumn('hash', 'text', (column) => column.primaryKey())
    .execute();
  await texts(tx.schema.createTable('sessions'), [
    ...['title', 'referential_version', 'scenario', 'scenario_hash', 'name', 'centre', 'room', 'day']
  ])
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('opened_at', 'bigint')
    .addColumn('started_at', 'bigint')
    .addColumn('ended_at', 'bigint')
    .addColumn('demo', 'integer', (column) => column.notNull().defaultTo(0))
    .execute();
}

async function accounts(tx: Transaction<Schema>): Promise<void> {
  await texts(tx.schema.createTable('accounts'), ['role', 'name'])
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('session_id', 'text', (column) => column.references('sessions.id').onDelete('cascade'))
    .addColumn('code_hash', 'text', (column) => column.notNull().unique())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('revoked_at', 'bigint')
    .execute();
  await tx.schema.createIndex('accounts_by_session').on('accounts').column('session_id').execute();
  await texts(tx.schema.createTable('candidates'), ['number', 'first_name', 'last_name', 'post'])
    .addColumn('id', 'text', (column) => column.primaryKey().references('accounts.id').onDelete('cascade'))
    .addColumn('session_id', 'text', (column) =>
      column.notNull().references('sessions.id').onDelete('cascade')
    )
    .addColumn('rate_num', 'integer', (column) => column.notNull().defaultTo(1))
    .addColumn('rate_den', 'integer', (column) => column.notNull().defaultTo(1))
    .addColumn('identity_confirmed_at', 'bigint')
    .addUniqueConstraint('candidates_number', ['session_id', 'number'])
    .execute();
  await tx.schema
    .createTable('logins')
    .addColumn('token_hash', 'text', (column) => column.primaryKey())
    .addColumn('account_id', 'text', (column) =>
      column.notNull().references('accounts.id').onDelete('cascade')
    )
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('last_seen_at', 'bigint', (column) => column.notNull())
    .execute();
  await tx.schema.createIndex('logins_by_account').on('logins').column('account_id').execute();
}

async function sittings(tx: Transaction<Schema>): Promise<void> {
  await texts(tx.schema.createTable('sittings'), ['head_hash', 'status'])
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('session_id', 'text', (column) =>
      column.notNull().references('sessions.id').onDelete('cascade')
    )
    .addColumn('candidate_id', 'text', (column) =>
      column.notNull().unique().references('candidates.id').onDelete('cascade')
    )
    .addColumn('head_n', 'bigint', (column) => column.notNull())
    .addColumn('next_due_at', 'bigint')
    .addColumn('claimed_until', 'bigint')
    .addColumn('last_seen_at', 'bigint')
    .addColumn('last_ack_at', 'bigint')
    .addColumn('tab', 'text')
    .addColumn('hand_raised_at', 'bigint')
    .execute();
  await tx.schema.createIndex('sittings_by_session').on('sittings').column('session_id').execute();
  await tx.schema.createIndex('sittings_due').on('sittings').column('next_due_at').execute();
}

async function logs(tx: Transaction<Schema>): Promise<void> {
  await texts(ofSitting(tx, 'entries'), ['author', 'type', 'd', 'prev', 'hash'])
    .addColumn('n', 'bigint', (column) => column.notNull())
    .addColumn('t', 'bigint', (column) => column.notNull())
    .addColumn('wall', 'bigint', (column) => column.notNull())
    .addColumn('v', 'integer', (column) => column.notNull())
    .addColumn('outbox', 'text')
    .addColumn('outbox_seq', 'bigint')
    .addPrimaryKeyConstraint('entries_pk', ['sitting_id', 'n'])
    .execute();
  // The same gesture can never be in the log twice, whatever the code above this table does.
  await sql`create unique index entries_by_gesture on entries (outbox, outbox_seq) where outbox is not null`.execute(
    tx
  );
  await ofSitting(tx, 'outboxes')
    .addColumn('outbox', 'text', (column) => column.primaryKey())
    .addColumn('last_seq', 'bigint', (column) => column.notNull())
    .execute();
  await tx.schema.createIndex('outboxes_by_sitting').on('outboxes').column('sitting_id').execute();
  await texts(ofSitting(tx, 'snapshots'), ['state'])
    .addColumn('n', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('snapshots_pk', ['sitting_id', 'n'])
    .execute();
}

async function installation(tx: Transaction<Schema>): Promise<void> {
  await texts(tx.schema.createTable('blobs'), ['media_type'])
    .addColumn('hash', 'text', (column) => column.primaryKey())
    .addColumn('size', 'bigint', (column) => column.notNull())
    .execute();
  await tx.schema
    .createTable('login_tries')
    .addColumn('key', 'text', (column) => column.primaryKey())
    .addColumn('failures', 'integer', (column) => column.notNull())
    .addColumn('blocked_until', 'bigint')
    .execute();
  await texts(tx.schema.createTable('grid_events'), ['copy', 'juror', 'type', 'd'])
    .addColumn('seq', 'integer', (column) => column.notNull())
    .addColumn('wall', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('grid_events_pk', ['copy', 'juror', 'seq'])
    .execute();
  await texts(tx.schema.createTable('settings_kv'), ['value'])
    .addColumn('key', 'text', (column) => column.primaryKey())
    .execute();
}

const ofSitting = (tx: Transaction<Schema>, table: 'entries' | 'outboxes' | 'snapshots') =>
  tx.schema
    .createTable(table)
    .addColumn('sitting_id', 'text', (column) =>
      column.notNull().references('sittings.id').onDelete('cascade')
    );

/** Adds text columns that are never null. */
function texts<T extends string>(
  table: CreateTableBuilder<T, string>,
  names: readonly string[]
): CreateTableBuilder<T, string> {
  return names.reduce(
    (builder, name) => builder.addColumn(name, 'text', (column) => column.notNull()),
    table
  );
}
