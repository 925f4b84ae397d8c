import { createHash, randomBytes } from 'node:crypto';
import { createReadStream, type ReadStream } from 'node:fs';
import { mkdir, open, readFile, rename, stat, unlink, type FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { DomainError } from '../kernel/domain-error';
import type { BlobHash } from '../kernel/ids';
import type { Database } from './db/database';

/** A blob about to be sent: its bytes come from `stream`, which the caller must consume or destroy. */
export interface BlobStream {
  readonly size: number;
  readonly mediaType: string;
  readonly stream: ReadStream;
}

/**
 * Files named by the SHA-256 of their bytes, under `blobs/ab/cdef…`, each stored once and never changed. Several nodes
 * on one PostgreSQL share the folder.
 */
export class BlobStore {
  readonly #folder: string;
  readonly #database: Pick<Database, 'read' | 'write'>;

  constructor(dataDir: string, database: Pick<Database, 'read' | 'write'>) {
    this.#folder = join(dataDir, 'blobs');
    this.#database = database;
  }

  /** Keeps bytes; durable when the promise resolves. The media type of the first time stays. */
  async put(bytes: Uint8Array, mediaType: string): Promise<BlobHash> {
    const hash = createHash('sha256').update(bytes).digest('hex') as BlobHash;
    if (await this.has(hash)) return hash;
    await this.#writeFile(this.#path(hash), bytes);
    await this.#database.write((tx) =>
      tx
        .insertInto('blobs')
        .values({ hash, size: bytes.byteLength, media_type: mediaType })
        .onConflict((conflict) => conflict.column('hash').doNothing())
        .execute()
    );
    return hash;
  }

  /** All the bytes. @throws DomainError `blob.unknown` */
  async get(hash: BlobHash): Promise<Uint8Array> {
    await this.#row(hash);
    return readFile(this.#path(hash));
  }

  /** The bytes as a stream, with what an HTTP answer needs. @throws DomainError `blob.unknown` */
  async stream(hash: BlobHash): Promise<BlobStream> {
    const { size, media_type: mediaType } = await this.#row(hash);
    return { size, mediaType, stream: createReadStream(this.#path(hash)) };
  }

  async has(hash: BlobHash): Promise<boolean> {
    return (await this.#find(hash)) !== undefined && (await exists(this.#path(hash)));
  }

  async #row(hash: BlobHash) {
    const row = await this.#find(hash);
    if (!row || !(await exists(this.#path(hash)))) throw new DomainError('blob.unknown', `no blob ${hash}`);
    return row;
  }

  #find(hash: BlobHash) {
    return this.#database.read.selectFrom('blobs').selectAll().where('hash', '=', hash).executeTakeFirst();
  }

  /** Only ever called with a hash that the table knows or that was just computed. */
  #path(hash: BlobHash): string {
    return join(this.#folder, hash.slice(0, 2), hash.slice(2));
  }

  /** Whole or absent, even after a power cut: the bytes reach the disk under another name first. */
  async #writeFile(path: string, bytes: Uint8Array): Promise<void> {
    const created = await mkdir(dirname(path), { recursive: true });
    const temporary = `${path}.${randomBytes(6).toString('hex')}.tmp`;
    try {
      await synced(await open(temporary, 'wx'), (file) => file.writeFile(bytes));
      await rename(temporary, path);
    } catch (error) {
      await unlink(temporary).catch(() => {});
      throw error;
    }
    const folders = created ? [dirname(path), this.#folder, dirname(this.#folder)] : [dirname(path)];
    for (const folder of folders) await synced(await open(folder, 'r'), async () => {});
  }
}

async function synced(file: FileHandle, work: (file: FileHandle) => Promise<void>): Promise<void> {
  try {
    await work(file);
    await file.sync();
  } finally {
    await file.close();
  }
}

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false
  );
