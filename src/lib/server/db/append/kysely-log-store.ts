import { sql, type Kysely } from 'kysely';
import { DomainError } from '../../../kernel/domain-error';
import type { SittingId } from '../../../kernel/ids';
import type { Entry } from '../../../log/entry';
import type {
  AppendRequest,
  AppendResult,
  LogChange,
  LogHead,
  LogSnapshot,
  LogStore
} from '../../../log/store';
import type { Database } from '../database';
import { refuseNesting } from '../nesting';
import type { Schema } from '../schema';
import { AppendQueue, type CommitGroup } from './append-queue';

const PAGE = 2_000;
/** How long a claimed sitting is left to the ticker that claimed it, unless it appends before. */
const CLAIM_MS = 5_000;

/** The log on either engine: reads are common, `commit` is the engine's own way of writing a group. */
export class KyselyLogStore implements LogStore {
  readonly #store: Pick<Database, 'engine' | 'read' | 'write'>;
  readonly #read: Kysely<Schema>;
  readonly #queue: AppendQueue;

  constructor(
    store: Pick<Database, 'engine' | 'read' | 'write'>,
    commit: CommitGroup,
    onWritten: (change: LogChange) => void
  ) {
    this.#store = store;
    this.#read = store.read;
    this.#queue = new AppendQueue(commit, (request) => this.#repeatedReceipt(request), onWritten);
  }

  async append(request: AppendRequest): Promise<AppendResult> {
    refuseNesting();
    return this.#queue.append(request);
  }

  /** Resolves when every append asked so far has been answered. */
  idle(): Promise<void> {
    return this.#queue.idle();
  }

  async read(sitting: SittingId, afterN: number, limit: number = PAGE): Promise<Entry[]> {
    const rows = await this.#read
      .selectFrom('entries')
      .select(['n', 't', 'wall', 'author', 'type', 'v', 'd', 'prev', 'hash'])
      .where('sitting_id', '=', sitting)
      .where('n', '>', afterN)
      .orderBy('n')
      .limit(limit)
      .execute();
    return rows.map(({ author, d, n, t, wall, type, v, prev, hash }): Entry => {
      return { n, t, wall, by: author, type, v, d: JSON.parse(d) as unknown, prev, hash };
    });
  }

  async head(sitting: SittingId): Promise<LogHead> {
    const query = this.#read.selectFrom('sittings').select(['head_n', 'head_hash']).where('id', '=', sitting);
    const row = await query.executeTakeFirst();
    if (!row) throw new DomainError('sitting.unknown', `no sitting ${sitting}`);
    return { n: row.head_n, hash: row.head_hash };
  }

  async outboxHead(sitting: SittingId, outbox: string): Promise<number> {
    const query = this.#read
      .selectFrom('outboxes')
      .select('last_seq')
      .where('outbox', '=', outbox)
      .where('sitting_id', '=', sitting);
    return (await query.executeTakeFirst())?.last_seq ?? 0;
  }

  async receipt(sitting: SittingId, outbox: string, fromSeq: number, count: number): Promise<number[]> {
    const rows = await this.#read
      .selectFrom('entries')
      .select('n')
      .where('sitting_id', '=', sitting)
      .where('outbox', '=', outbox)
      .where('outbox_seq', '>=', fromSeq)
      .where('outbox_seq', '<', fromSeq + count)
      .orderBy('outbox_seq')
      .execute();
    return rows.map(({ n }) => n);
  }

  async claimDue(wallNow: number, limit: number): Promise<SittingId[]> {
    // Most wake-ups find nothing: those must not cost a write.
    if ((await dueAt(this.#read, wallNow).limit(1).execute()).length === 0) return [];
    return this.#store.write(async (tx) => {
      const due = dueAt(tx, wallNow).orderBy('next_due_at').limit(limit);
      const chosen = await (this.#store.engine === 'postgres' ? due.forUpdate().skipLocked() : due).execute();
      const ids = chosen.map(({ id }) => id);
      if (ids.length > 0)
        await tx
          .updateTable('sittings')
          .set({ claimed_until: wallNow + CLAIM_MS })
          .where('id', 'in', ids)
          .execute();
      return ids;
    });
  }

  async snapshot(sitting: SittingId, atN?: number): Promise<LogSnapshot | null> {
    const query = this.#read
      .selectFrom('snapshots')
      .select(['n', 'state'])
      .where('sitting_id', '=', sitting)
      .where('n', '<=', atN ?? Number.MAX_SAFE_INTEGER);
    const row = await query.orderBy('n', 'desc').limit(1).executeTakeFirst();
    return row ? { n: row.n, state: JSON.parse(row.state) as unknown } : null;
  }

  async putSnapshot(sitting: SittingId, { n, state }: LogSnapshot): Promise<void> {
    await this.#store.write((tx) =>
      tx
        .insertInto('snapshots')
        .values({ sitting_id: sitting, n, state: JSON.stringify(state) })
        .onConflict((conflict) =>
          conflict.columns(['sitting_id', 'n']).doUpdateSet({ state: sql.ref('excluded.state') })
        )
        .execute()
    );
  }

  #repeatedReceipt({ sitting, outbox }: AppendRequest): Promise<number[]> {
    return this.receipt(sitting, outbox!.id, outbox!.from, outbox!.indexes.length);
  }
}

function dueAt(db: Kysely<Schema>, wallNow: number) {
  return db
    .selectFrom('sittings')
    .select('id')
    .where('next_due_at', '<=', wallNow)
    .where((where) => where.or([where('claimed_until', 'is', null), where('claimed_until', '<=', wallNow)]));
}
