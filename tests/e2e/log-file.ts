import Sqlite from 'better-sqlite3';
import { join } from 'node:path';
import type { Author, Entry } from '../../src/lib/log/entry';

/** An entry as it lies in the database, with the gesture that it was. */
export interface WrittenEntry extends Entry {
  readonly outbox: string | null;
  readonly outboxSeq: number | null;
}

interface Row {
  readonly n: number;
  readonly t: number;
  readonly wall: number;
  readonly author: Author;
  readonly type: string;
  readonly v: number;
  readonly d: string;
  readonly prev: string;
  readonly hash: string;
  readonly outbox: string | null;
  readonly outbox_seq: number | null;
}

/** Reads the whole log of a candidate (by number) straight from the database file. */
export function readLog(dataDir: string, candidate: string): WrittenEntry[] {
  const db = new Sqlite(join(dataDir, 'plateau.sqlite'), { readonly: true });
  try {
    const rows = db
      .prepare<[string], Row>(
        `select e.* from entries e join sittings s on s.id = e.sitting_id
         join candidates c on c.id = s.candidate_id where c.number = ? order by e.n`
      )
      .all(candidate);
    return rows.map(({ author, d, outbox_seq, ...row }) => ({
      ...row,
      by: author,
      d: JSON.parse(d) as unknown,
      outboxSeq: outbox_seq
    }));
  } finally {
    db.close();
  }
}
