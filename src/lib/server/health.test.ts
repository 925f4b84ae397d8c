import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines, startEngine, type TestEngine } from '../../../tests/builders/store';
import type { Database } from './db/database';
import { openDatabase } from './db/open-database';
import { BYTES_PER_CANDIDATE_HOUR, hoursOf, readHealth } from './health';

describe.each(engines)('the health with %s', (name) => {
  let engine: TestEngine;
  let database: Database;
  let dataDir: string;
  beforeAll(async () => {
    engine = await startEngine(name);
    const place = await engine.place();
    dataDir = place.dataDir;
    database = await openDatabase(place);
  });
  afterAll(() => engine.stop());

  it('tells version, database and disk, then that the database has gone', async () => {
    const well = await readHealth(database, dataDir);
    expect(well).toMatchObject({
      version: expect.stringMatching(/^\d+\.\d+\.\d+/),
      database: { engine: name, ok: true }
    });
    expect(well.disk.freeBytes).toBeGreaterThan(0);
    await database.close();
    expect(await readHealth(database, dataDir)).toMatchObject({
      ok: false,
      database: { ok: false, lagMs: null }
    });
  });
});

describe('hours left', () => {
  it('come from the candidates who sit, or from a usual room', () => {
    expect(hoursOf(BYTES_PER_CANDIDATE_HOUR * 100, 10)).toBe(10);
    expect(hoursOf(BYTES_PER_CANDIDATE_HOUR * 120, 0)).toBe(10);
  });
});
