import type { Kysely, Transaction } from 'kysely';
import type { LogStore } from '../../log/store';
import type { Bus } from '../bus';
import type { Schema } from './schema';

export type Engine = 'sqlite' | 'postgres';

/** The open store: one SQLite file or one PostgreSQL database behind the same operations. */
export interface Database {
  readonly engine: Engine;
  /** For queries only: on SQLite it is a read-only connection, and a write through it is refused. */
  readonly read: Kysely<Schema>;
  /**
   * Runs `work` in one transaction, durable when the promise resolves, rolled back when `work` throws.
   * On SQLite writers wait for each other: do no slow thing (network, hashing a password) inside.
   */
  write<T>(work: (tx: Transaction<Schema>) => Promise<T>): Promise<T>;
  readonly log: LogStore;
  /** Tells, after the fact, what has changed; `log` publishes its appends here by itself. */
  readonly bus: Bus;
  /** Copies the live database into a new file. SQLite only: PostgreSQL has its own tools (`database.no-backup`). */
  backup(file: string): Promise<void>;
  close(): Promise<void>;
}
