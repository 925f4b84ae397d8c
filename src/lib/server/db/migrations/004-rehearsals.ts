import type { Migration } from './migration';

/** Sessions that are rehearsed: how many times faster than in an exam their clocks run. */
export const rehearsals: Migration = {
  id: 4,
  name: 'rehearsals',
  async up(tx) {
    await tx.schema
      .alterTable('sessions')
      .addColumn('pace', 'integer', (column) => column.notNull().defaultTo(1))
      .execute();
  }
};
