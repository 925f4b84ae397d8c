import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { Gesture } from '../log/entry';

/** A gesture kept on the post until the server has acknowledged it. */
export interface KeptGesture {
  readonly sitting: string;
  /** Outbox of the tab that recorded it: each load of the page has its own, so that two tabs never share a sequence. */
  readonly outbox: string;
  /** Sequence in that outbox, from 1, without a gap. */
  readonly seq: number;
  readonly gesture: Gesture;
}

/** Where gestures wait: IndexedDB on a post, memory in tests. Every promise resolves once the change is durable. */
export interface OutboxStore {
  put(gestures: readonly KeptGesture[]): Promise<void>;
  /** Forgets what the server has acknowledged, up to `seq` included. */
  forget(sitting: string, outbox: string, seq: number): Promise<void>;
  /** Everything still kept for a sitting, ordered by outbox then sequence. */
  all(sitting: string): Promise<readonly KeptGesture[]>;
}

interface Schema extends DBSchema {
  gestures: { key: [string, string, number]; value: KeptGesture };
}

const NAME = 'plateau-outbox';

/** The durable store of a browser. Rejects when the browser refuses IndexedDB (private window with storage off). */
export async function openBrowserStore(): Promise<OutboxStore> {
  const db: IDBPDatabase<Schema> = await openDB<Schema>(NAME, 1, {
    upgrade: (fresh) => void fresh.createObjectStore('gestures', { keyPath: ['sitting', 'outbox', 'seq'] })
  });
  return {
    async put(gestures) {
      // « strict » asks the browser to flush to the disk before it reports success.
      const tx = db.transaction('gestures', 'readwrite', { durability: 'strict' });
      await Promise.all([...gestures.map((kept) => tx.store.put(kept)), tx.done]);
    },
    async forget(sitting, outbox, seq) {
      await db.delete('gestures', IDBKeyRange.bound([sitting, outbox, 0], [sitting, outbox, seq]));
    },
    all: (sitting) => db.getAll('gestures', IDBKeyRange.bound([sitting], [sitting, []]))
  };
}

/** A store that forgets with the page. */
export function memoryStore(): OutboxStore {
  const kept = new Map<string, KeptGesture>();
  const key = (sitting: string, outbox: string, seq: number) =>
    `${sitting}/${outbox}/${String(seq).padStart(9, '0')}`;
  return {
    put(gestures) {
      for (const item of gestures) kept.set(key(item.sitting, item.outbox, item.seq), item);
      return Promise.resolve();
    },
    forget(sitting, outbox, seq) {
      for (const [id, item] of kept) {
        if (item.sitting === sitting && item.outbox === outbox && item.seq <= seq) kept.delete(id);
      }
      return Promise.resolve();
    },
    all: (sitting) =>
      Promise.resolve(
        [...kept.entries()]
          .filter(([, item]) => item.sitting === sitting)
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([, item]) => item)
      )
  };
}
