import type BetterSqlite3 from 'better-sqlite3';
import type { MessagePort } from 'node:worker_threads';

/** One prepared statement, run once for each list of parameters. */
export interface Batch {
  readonly sql: string;
  readonly rows: readonly (readonly unknown[])[];
}

export type WriterRequest =
  | { readonly kind: 'query'; readonly sql: string; readonly parameters: readonly unknown[] }
  /** All batches in one transaction. */
  | { readonly kind: 'batches'; readonly batches: readonly Batch[] }
  | { readonly kind: 'backup'; readonly file: string }
  | { readonly kind: 'close' };

export interface QueryAnswer {
  readonly rows: readonly unknown[];
  readonly changes: number;
}

export type WriterAnswer =
  | { readonly id: number; readonly ok: true; readonly answer: QueryAnswer }
  | { readonly id: number; readonly ok: false; readonly message: string; readonly code: string };

/**
 * The whole program of the writer thread. It is sent to the thread as text (a bundler cannot follow a worker of a
 * server bundle), so it must use nothing from outside its own braces but its arguments and globals.
 */
export function writerThread(Sqlite: typeof BetterSqlite3, port: MessagePort, file: string): void {
  const db = new Sqlite(file);
  db.pragma('journal_mode = WAL');
  // better-sqlite3 is compiled to fall back to NORMAL in WAL mode, which loses commits on a power cut.
  db.pragma('synchronous = FULL');
  db.pragma('busy_timeout = 5000');
  db.pragma('foreign_keys = ON');
  db.pragma('user_version = 1'); // a first write: the fall-back would show only after it
  if (db.pragma('synchronous', { simple: true }) !== 2) throw new Error('SQLite refuses synchronous = FULL');
  const damage = db.pragma('quick_check(1)', { simple: true });
  if (damage !== 'ok') throw new Error(`the database is damaged: ${String(damage)}`);

  const statements = new Map<string, BetterSqlite3.Statement>();
  const prepare = (sql: string) => {
    let statement = statements.get(sql);
    if (!statement) {
      if (statements.size >= 300) statements.clear();
      statements.set(sql, (statement = db.prepare(sql)));
    }
    return statement;
  };
  const query = (sql: string, parameters: readonly unknown[]) => {
    if (sql === 'rollback' && !db.inTransaction) return { rows: [], changes: 0 };
    const statement = prepare(sql);
    if (statement.reader) return { rows: statement.all(...parameters), changes: 0 };
    return { rows: [], changes: statement.run(...parameters).changes };
  };
  const runBatches = db.transaction((batches: readonly Batch[]) => {
    for (const { sql, rows } of batches) {
      const statement = prepare(sql);
      for (const row of rows) statement.run(...row);
    }
  });

  const answer = async (request: WriterRequest) => {
    if (request.kind === 'query') return query(request.sql, request.parameters);
    if (request.kind === 'batches') runBatches.immediate(request.batches);
    else if (request.kind === 'backup') await db.backup(request.file);
    else db.close();
    return { rows: [], changes: 0 };
  };
  port.on('message', (message: { id: number; request: WriterRequest }) => {
    answer(message.request).then(
      (result) => port.postMessage({ id: message.id, ok: true, answer: result }),
      (error: Error & { code?: string }) =>
        port.postMessage({ id: message.id, ok: false, message: error.message, code: error.code ?? '' })
    );
  });
  port.postMessage({ id: 0, ok: true, answer: { rows: [], changes: 0 } });
}
