import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines, startEngine, type TestEngine } from '../../../tests/builders/store';
import type { BlobHash } from '../kernel/ids';
import { BlobStore } from './blobs';
import type { Database } from './db/database';
import { openDatabase } from './db/open-database';

describe.each(engines)('the blobs with %s', (name) => {
  let engine: TestEngine;
  let database: Database;
  let blobs: BlobStore;
  let dataDir: string;
  beforeAll(async () => {
    engine = await startEngine(name);
    const place = await engine.place();
    dataDir = place.dataDir;
    database = await openDatabase(place);
    blobs = new BlobStore(dataDir, database);
  });
  afterAll(async () => {
    await database.close();
    await engine.stop();
  });
  const files = () => readdirSync(join(dataDir, 'blobs'), { recursive: true, withFileTypes: true });

  it('are named by their SHA-256 and come back byte for byte, once', async () => {
    const hash = await blobs.put(Buffer.from('abc'), 'text/plain');
    expect(hash).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    expect(Buffer.from(await blobs.get(hash)).toString()).toBe('abc');
    const { size, mediaType, stream } = await blobs.stream(hash);
    expect([size, mediaType, await text(stream)]).toEqual([3, 'text/plain', 'abc']);
    await Promise.all([
      blobs.put(Buffer.from('abc'), 'text/html'),
      blobs.put(Buffer.from('abc'), 'text/html')
    ]);
    const kept = files().filter((file) => file.isFile());
    expect(kept.map((file) => join(file.parentPath, file.name))).toEqual([
      join(dataDir, 'blobs', hash.slice(0, 2), hash.slice(2))
    ]);
  });

  it('keep the same bytes given twice at the same time', async () => {
    const bytes = new Uint8Array(300_000).fill(7);
    const hashes = await Promise.all([
      blobs.put(bytes, 'a/b'),
      blobs.put(bytes, 'a/b'),
      blobs.put(bytes, 'a/b')
    ]);
    expect(new Set(hashes).size).toBe(1);
    expect((await blobs.get(hashes[0])).byteLength).toBe(300_000);
    expect(files().filter((file) => file.name.endsWith('.tmp'))).toEqual([]);
  });

  it('say so when there is none, even for a name that climbs out of the folder', async () => {
    for (const hash of ['0'.repeat(64), '../../plateau.sqlite'] as BlobHash[]) {
      expect(await blobs.has(hash)).toBe(false);
      await expect(blobs.get(hash)).rejects.toMatchObject({ code: 'blob.unknown' });
    }
  });

  it('are written again when the file has gone', async () => {
    const hash = await blobs.put(Buffer.from('again'), 'text/plain');
    rmSync(join(dataDir, 'blobs', hash.slice(0, 2), hash.slice(2)));
    await expect(blobs.stream(hash)).rejects.toMatchObject({ code: 'blob.unknown' });
    await blobs.put(Buffer.from('again'), 'text/plain');
    expect(await blobs.has(hash)).toBe(true);
  });
});
