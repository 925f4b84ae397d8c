import { statfs } from 'node:fs/promises';
import packageJson from '../../../package.json' with { type: 'json' };
import type { Database, Engine } from './db/database';

/** Body of `GET /healthz`. */
export interface Health {
  readonly version: string;
  readonly database: {
    readonly engine: Engine;
    readonly ok: boolean;
    /** Time (ms) that a small transaction took just now, its turn among the writers included; `null` when it failed. */
    readonly lagMs: number | null;
  };
  readonly disk: {
    readonly freeBytes: number;
    /** Hours that the sittings now running could still be recorded, on a prudent rate. */
    readonly hoursLeft: number;
  };
  /** True when examinations can go on: the database answers and the disk has room for a long exam day. */
  readonly ok: boolean;
}

/** What one busy candidate writes in an hour, log, indexes and files together: prudent, several times what is usual. */
export const BYTES_PER_CANDIDATE_HOUR = 30_000_000;
/** Rate when nobody sits: a room of this many candidates. */
const USUAL_ROOM = 12;
/** The longest exam day, breaks included. */
const ENOUGH_HOURS = 10;
const PATIENCE_MS = 2_000;

/** Looks at the database and the disk; never throws. */
export async function readHealth(database: Database, dataDir: string): Promise<Health> {
  const started = performance.now();
  const running = await inTime(countRunning(database)).catch(() => null);
  const lagMs = running === null ? null : Math.round(performance.now() - started);
  const disk = await statfs(dataDir).catch(() => null);
  const freeBytes = disk ? disk.bavail * disk.bsize : 0;
  const hoursLeft = hoursOf(freeBytes, running ?? 0);
  return {
    version: packageJson.version,
    database: { engine: database.engine, ok: lagMs !== null, lagMs },
    disk: { freeBytes, hoursLeft },
    ok: lagMs !== null && hoursLeft >= ENOUGH_HOURS
  };
}

/** Whole hours of recording that `freeBytes` hold for `running` candidates. */
export function hoursOf(freeBytes: number, running: number): number {
  return Math.floor(freeBytes / (BYTES_PER_CANDIDATE_HOUR * (running || USUAL_ROOM)));
}

/** Asked through the writer, because reads can still work when writes do not. */
function countRunning(database: Database): Promise<number> {
  return database.write(async (tx) => {
    const count = tx.selectFrom('sittings').select((select) => select.fn.countAll<number>().as('running'));
    return (await count.where('next_due_at', 'is not', null).executeTakeFirstOrThrow()).running;
  });
}

function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('the database does not answer')), PATIENCE_MS);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
