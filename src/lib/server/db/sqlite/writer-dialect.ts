import {
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult
} from 'kysely';
import type { SqliteWriter } from './writer';

/** Kysely over the writer thread. A connection is the lane: transactions of all callers follow one another. */
export function writerDialect(writer: SqliteWriter): Dialect {
  return {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new WriterDriver(writer),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler()
  };
}

class WriterDriver implements Driver {
  constructor(readonly writer: SqliteWriter) {}

  async init(): Promise<void> {}

  async acquireConnection(): Promise<WriterConnection> {
    return new WriterConnection(this.writer, await this.writer.lane());
  }

  async beginTransaction(): Promise<void> {
    await this.writer.query('begin immediate', []);
  }

  async commitTransaction(): Promise<void> {
    await this.writer.query('commit', []);
  }

  async rollbackTransaction(): Promise<void> {
    await this.writer.query('rollback', []);
  }

  async releaseConnection(connection: WriterConnection): Promise<void> {
    connection.release();
  }

  async destroy(): Promise<void> {}
}

class WriterConnection implements DatabaseConnection {
  constructor(
    readonly writer: SqliteWriter,
    readonly release: () => void
  ) {}

  async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    const { rows, changes } = await this.writer.query(sql, parameters);
    return { rows: rows as R[], numAffectedRows: BigInt(changes) };
  }

  async *streamQuery<R>(query: CompiledQuery): AsyncIterableIterator<QueryResult<R>> {
    yield await this.executeQuery<R>(query);
  }
}
