import type { Transaction } from 'kysely';
import type { Engine } from '../database';
import type { Schema } from '../schema';

/** One step of the schema. Once released it never changes: a correction is a new step. */
export interface Migration {
  /** Position in the list, from 1 without a gap. */
  readonly id: number;
  readonly name: string;
  up(tx: Transaction<Schema>, engine: Engine): Promise<void>;
}
