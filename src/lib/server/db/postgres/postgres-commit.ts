import type pg from 'pg';
import type { AppendRequest } from '../../../log/store';
import type { CommitGroup } from '../append/append-queue';
import { planAppends, type Known, type Plan } from '../append/plan';
import type { OutboxRow, SittingRow } from '../schema';

/**
 * Commits groups of appends on PostgreSQL. The rows of the sittings are locked in the order of their ids, so that two
 * nodes with the same sittings wait for each other instead of dying together. No NOTIFY in here: it would take a lock
 * of the whole server until the flush ends.
 */
export function postgresCommit(pool: pg.Pool): CommitGroup {
  return async (requests) => {
    const client = await pool.connect();
    try {
      await client.query('begin isolation level read committed');
      const plan = planAppends(requests, await lockAndRead(client, requests));
      await write(client, plan);
      await client.query('commit');
      client.release();
      return plan;
    } catch (error) {
      await client.query('rollback').then(
        () => client.release(),
        () => client.release(true)
      );
      throw error;
    }
  };
}

type SittingColumns = Pick<SittingRow, 'id' | 'session_id' | 'head_n' | 'head_hash'>;

async function lockAndRead(client: pg.PoolClient, requests: readonly AppendRequest[]): Promise<Known> {
  const ids = [...new Set(requests.map(({ sitting }) => sitting))];
  const boxes = [...new Set(requests.flatMap(({ outbox }) => (outbox ? [outbox.id] : [])))];
  const sittings = await client.query<SittingColumns>({
    name: 'lock-sittings',
    text: 'select id, session_id, head_n, head_hash from sittings where id = any($1) order by id for update',
    values: [ids]
  });
  const outboxes = await client.query<OutboxRow>({
    name: 'read-outboxes',
    text: 'select sitting_id, outbox, last_seq from outboxes where outbox = any($1)',
    values: [boxes]
  });
  return {
    sittings: new Map(
      sittings.rows.map((row) => [row.id, { n: row.head_n, hash: row.head_hash, session: row.session_id }])
    ),
    outboxes: new Map(outboxes.rows.map((row) => [row.outbox, row]))
  };
}

async function write(client: pg.PoolClient, { entries, sittings, outboxes }: Plan): Promise<void> {
  if (entries.length > 0)
    await client.query({
      name: 'insert-entries',
      text: `insert into entries (sitting_id, n, t, wall, author, type, v, d, prev, hash, outbox, outbox_seq)
             select * from unnest($1::text[], $2::bigint[], $3::bigint[], $4::bigint[], $5::text[], $6::text[],
               $7::integer[], $8::text[], $9::text[], $10::text[], $11::text[], $12::bigint[])`,
      values: columns(
        entries.map((e) => [
          ...[
            e.sitting_id,
            e.n,
            e.t,
            e.wall,
            e.author,
            e.type,
            e.v,
            e.d,
            e.prev,
            e.hash,
            e.outbox,
            e.outbox_seq
          ]
        ])
      )
    });
  if (sittings.length > 0)
    await client.query({
      name: 'update-sittings',
      text: `update sittings s set head_n = u.head_n, head_hash = u.head_hash, next_due_at = u.next_due_at,
               claimed_until = null, status = coalesce(u.status, s.status),
               last_seen_at = coalesce(u.seen_at, s.last_seen_at), last_ack_at = coalesce(u.ack_at, s.last_ack_at)
             from unnest($1::text[], $2::bigint[], $3::text[], $4::bigint[], $5::text[], $6::bigint[], $7::bigint[])
               as u (id, head_n, head_hash, next_due_at, status, seen_at, ack_at)
             where s.id = u.id`,
      values: columns(
        sittings.map((s) => [s.id, s.headN, s.headHash, s.nextDueAt, s.status, s.seenAt, s.ackAt])
      )
    });
  if (outboxes.length > 0)
    await client.query({
      name: 'upsert-outboxes',
      text: `insert into outboxes (sitting_id, outbox, last_seq)
             select * from unnest($1::text[], $2::text[], $3::bigint[])
             on conflict (outbox) do update set last_seq = excluded.last_seq`,
      values: columns(outboxes.map((o) => [o.sitting_id, o.outbox, o.last_seq]))
    });
}

/** Rows to the arrays that `unnest` zips together again. */
function columns(rows: readonly (readonly unknown[])[]): unknown[][] {
  return (rows[0] ?? []).map((_, index) => rows.map((row) => row[index]));
}
