import type Sqlite from 'better-sqlite3';
import type { SqliteDatabase } from 'kysely';

/** Texts of queries kept prepared; lists of values (`in (…)`) make new texts, hence a limit. */
const MOST_STATEMENTS = 300;

/**
 * A connection for Kysely, which asks for each statement anew: here each text is prepared once. Rows must be taken all at
 * once (never streamed), for a statement cannot run twice at the same time.
 */
export function preparedOnce(connection: Sqlite.Database): SqliteDatabase {
  const statements = new Map<string, Sqlite.Statement<unknown[]>>();
  return {
    close: () => void connection.close(),
    prepare(sql) {
      let statement = statements.get(sql);
      if (!statement) {
        if (statements.size >= MOST_STATEMENTS) statements.clear();
        statements.set(sql, (statement = connection.prepare<unknown[]>(sql)));
      }
      return statement;
    }
  };
}
