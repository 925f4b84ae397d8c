import type { Migration } from './migration';

/** Scenarios written in the workshop: who owns which name, and every version ever saved. */
export const scenarioVersions: Migration = {
  id: 3,
  name: 'scenario versions',
  async up(tx) {
    await tx.schema
      .createTable('authored_scenarios')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('created_at', 'bigint', (column) => column.notNull())
      .addColumn('created_by', 'text', (column) => column.notNull())
      .addColumn('deleted_at', 'bigint')
      .addColumn('deleted_by', 'text')
      .execute();
    await tx.schema
      .createTable('scenario_versions')
      .addColumn('scenario', 'text', (column) =>
        column.notNull().references('authored_scenarios.id').onDelete('cascade')
      )
      .addColumn('n', 'integer', (column) => column.notNull())
      .addColumn('at', 'bigint', (column) => column.notNull())
      .addColumn('author', 'text', (column) => column.notNull())
      .addColumn('note', 'text', (column) => column.notNull())
      .addColumn('texts', 'text', (column) => column.notNull())
      .addColumn('pieces', 'text', (column) => column.notNull())
      .addColumn('published_hash', 'text', (column) => column.references('scenarios.hash'))
      .addColumn('published_at', 'bigint')
      .addColumn('offer', 'text')
      .addPrimaryKeyConstraint('scenario_versions_pk', ['scenario', 'n'])
      .execute();
  }
};
