import type { AccountId, SessionId, SittingId } from '../kernel/ids';
import type { Entry } from '../log/entry';
import type { DeskStates } from '../desk/fold';
import type { EngineState } from '../engine/state';
import type { PlayableScenario } from './context.server';
import type { RoomState } from './room';

/** A sitting folded up to entry `n`. Rebuilt from the log at any time; the log alone is true. */
export interface LiveSitting {
  readonly id: SittingId;
  readonly session: SessionId;
  readonly candidate: AccountId;
  /** Exam ms per wall ms, as a fraction: the candidate's own rate times the pace. */
  readonly rate: { readonly num: number; readonly den: number };
  /** 1, or how many times faster a rehearsal runs. */
  readonly pace: number;
  readonly scenario: PlayableScenario;
  n: number;
  engine: EngineState;
  states: DeskStates;
  room: RoomState;
  /** Last entries, oldest first and without a gap, so that streams need not read the database. */
  recent: Entry[];
  /** The outbox that this node wrote last, as of entry `n`; `null` when it does not know. */
  outbox: { readonly id: string; readonly last: number } | null;
  /** Wall ms of the last use. */
  usedAt: number;
  /** Entry of the last snapshot. */
  snapshotN: number;
}

/** Sittings in memory on this node, and one queue per sitting so that its decisions never overlap here. */
export class SittingCache {
  readonly #live = new Map<SittingId, LiveSitting>();
  readonly #queues = new Map<SittingId, Promise<unknown>>();

  get(id: SittingId): LiveSitting | undefined {
    return this.#live.get(id);
  }

  set(sitting: LiveSitting): void {
    this.#live.set(sitting.id, sitting);
  }

  drop(id: SittingId): void {
    this.#live.delete(id);
  }

  /** Number of sittings held. */
  get size(): number {
    return this.#live.size;
  }

  /** Runs `work` when the works before it on this sitting are over, whatever became of them. */
  async alone<T>(id: SittingId, work: () => Promise<T>): Promise<T> {
    const before = this.#queues.get(id) ?? Promise.resolve();
    const mine = before.then(work, work);
    this.#queues.set(id, mine);
    try {
      return await mine;
    } finally {
      if (this.#queues.get(id) === mine) this.#queues.delete(id);
    }
  }

  /** Forgets sittings that nobody has used since `before` (wall ms). */
  evictIdle(before: number): void {
    for (const [id, sitting] of this.#live) if (sitting.usedAt < before) this.#live.delete(id);
  }
}
