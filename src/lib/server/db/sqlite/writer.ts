import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import { DomainError } from '../../../kernel/domain-error';
import {
  writerThread,
  type Batch,
  type QueryAnswer,
  type WriterAnswer,
  type WriterRequest
} from './writer-thread';

interface Pending {
  readonly resolve: (answer: QueryAnswer) => void;
  readonly reject: (error: Error) => void;
}

/** A refusal of SQLite, with its code (`SQLITE_CONSTRAINT_UNIQUE`, `SQLITE_FULL`…). */
export class SqliteError extends Error {
  constructor(
    message: string,
    readonly code: string
  ) {
    super(message);
    this.name = 'SqliteError';
  }
}

/**
 * The one connection that writes, in its own thread so that waiting for the disk never holds up requests.
 * Whoever wants to write holds the lane first; the others wait in order of arrival.
 */
export class SqliteWriter {
  readonly #worker: Worker;
  readonly #pending = new Map<number, Pending>();
  #lastId = 0;
  #lane: Promise<void> = Promise.resolve();
  #stopped: Error | null = null;

  private constructor(file: string) {
    this.#worker = new Worker(threadSource(), {
      eval: true,
      execArgv: [],
      workerData: { module: createRequire(import.meta.url).resolve('better-sqlite3'), file }
    });
    this.#worker.on('message', (message: WriterAnswer) => this.#settle(message));
    this.#worker.on('error', (error: Error) => this.#stop(error));
    this.#worker.on('exit', () => this.#stop(new DomainError('database.closed', 'the database is closed')));
  }

  /** Opens the file, creating it if need be; resolves once the thread has checked its durability and its health. */
  static async open(file: string): Promise<SqliteWriter> {
    const writer = new SqliteWriter(file);
    await writer.#answerTo(0);
    return writer;
  }

  /** Waits for the lane and returns the function that gives it back. */
  async lane(): Promise<() => void> {
    const before = this.#lane;
    let release = () => {};
    this.#lane = new Promise((resolve) => {
      release = resolve;
    });
    await before;
    return release;
  }

  /** One statement. The caller holds the lane. */
  query(sql: string, parameters: readonly unknown[]): Promise<QueryAnswer> {
    return this.#ask({ kind: 'query', sql, parameters });
  }

  /** All batches in one transaction, durable when the promise resolves. The caller holds the lane. */
  async batches(batches: readonly Batch[]): Promise<void> {
    await this.#ask({ kind: 'batches', batches });
  }

  /** Online copy; writers go on meanwhile. */
  async backup(file: string): Promise<void> {
    await this.#ask({ kind: 'backup', file });
  }

  async close(): Promise<void> {
    const release = await this.lane();
    try {
      if (this.#stopped) return;
      await this.#ask({ kind: 'close' });
      await this.#worker.terminate();
    } finally {
      release();
    }
  }

  #ask(request: WriterRequest): Promise<QueryAnswer> {
    const id = ++this.#lastId;
    const answer = this.#answerTo(id);
    if (!this.#stopped) this.#worker.postMessage({ id, request });
    return answer;
  }

  #answerTo(id: number): Promise<QueryAnswer> {
    if (this.#stopped) return Promise.reject(this.#stopped);
    return new Promise((resolve, reject) => this.#pending.set(id, { resolve, reject }));
  }

  #settle(message: WriterAnswer): void {
    const pending = this.#pending.get(message.id);
    this.#pending.delete(message.id);
    if (message.ok) pending?.resolve(message.answer);
    else pending?.reject(new SqliteError(message.message, message.code));
  }

  #stop(error: Error): void {
    this.#stopped ??= error;
    for (const { reject } of this.#pending.values()) reject(this.#stopped);
    this.#pending.clear();
  }
}

/** `__name` is what some TypeScript loaders wrap functions in. */
function threadSource(): string {
  return `'use strict';
const __name = (value) => value;
const { parentPort, workerData } = require('node:worker_threads');
(${writerThread.toString()})(require(workerData.module), parentPort, workerData.file);`;
}
