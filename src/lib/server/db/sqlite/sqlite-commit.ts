import type Sqlite from 'better-sqlite3';
import type { SittingId } from '../../../kernel/ids';
import type { AppendRequest } from '../../../log/store';
import type { CommitGroup } from '../append/append-queue';
import { planAppends, type Known, type Plan, type SittingHead } from '../append/plan';
import type { OutboxRow, SittingRow } from '../schema';
import type { SqliteWriter } from './writer';
import type { Batch } from './writer-thread';

/**
 * Commits groups of appends on SQLite: heads are read here, on the read-only connection, while holding the writer's
 * lane (nobody else can move them), then everything goes to the writer in one message.
 */
export function sqliteCommit(reader: Sqlite.Database, writer: SqliteWriter): CommitGroup {
  const known = heads(reader);
  return async (requests) => {
    const release = await writer.lane();
    try {
      const plan = planAppends(requests, known(requests));
      const batches = toBatches(plan);
      if (batches.length > 0) await writer.batches(batches);
      return plan;
    } finally {
      release();
    }
  };
}

function heads(reader: Sqlite.Database): (requests: readonly AppendRequest[]) => Known {
  const sitting = reader.prepare<[string], Pick<SittingRow, 'session_id' | 'head_n' | 'head_hash'>>(
    'select session_id, head_n, head_hash from sittings where id = ?'
  );
  const outbox = reader.prepare<[string], OutboxRow>(
    'select sitting_id, outbox, last_seq from outboxes where outbox = ?'
  );
  // One read transaction for the group: a lock taken and given back once, not twice for each request.
  return reader.transaction((requests: readonly AppendRequest[]) => {
    const sittings = new Map<SittingId, SittingHead>();
    const outboxes = new Map<string, OutboxRow>();
    for (const request of requests) {
      const row = sittings.has(request.sitting) ? undefined : sitting.get(request.sitting);
      if (row) sittings.set(request.sitting, { n: row.head_n, hash: row.head_hash, session: row.session_id });
      const box = request.outbox && outbox.get(request.outbox.id);
      if (box) outboxes.set(box.outbox, box);
    }
    return { sittings, outboxes };
  });
}

function toBatches({ entries, sittings, outboxes }: Plan): Batch[] {
  const batches: Batch[] = [
    {
      sql: `insert into entries (sitting_id, n, t, wall, author, type, v, d, prev, hash, outbox, outbox_seq)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      rows: entries.map((e) => [
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
    },
    {
      sql: `update sittings set head_n = ?, head_hash = ?, next_due_at = ?, claimed_until = null,
              status = coalesce(?, status), last_seen_at = coalesce(?, last_seen_at),
              last_ack_at = coalesce(?, last_ack_at)
            where id = ?`,
      rows: sittings.map((s) => [s.headN, s.headHash, s.nextDueAt, s.status, s.seenAt, s.ackAt, s.id])
    },
    {
      sql: `insert into outboxes (sitting_id, outbox, last_seq) values (?, ?, ?)
            on conflict (outbox) do update set last_seq = excluded.last_seq`,
      rows: outboxes.map((o) => [o.sitting_id, o.outbox, o.last_seq])
    }
  ];
  return batches.filter(({ rows }) => rows.length > 0);
}
