import type { SessionId, SittingId } from '../kernel/ids';
import type { Entry, EntryDraft } from './entry';

/** The last entry of a sitting's log: `{ n: 0, hash: FIRST_PREV }` when it is empty. */
export interface LogHead {
  readonly n: number;
  readonly hash: string;
}

/** Which drafts of an append are gestures of a browser's durable outbox, so that a resent batch can be recognised. */
export interface OutboxSpan {
  /** Identifier of the outbox; it belongs for ever to the sitting that used it first. */
  readonly id: string;
  /** Sequence, in the outbox, of the first gesture (from 1). */
  readonly from: number;
  /** For each gesture, in order, its index in `entries`: entries of the script may stand between two gestures. */
  readonly indexes: readonly number[];
}

export interface AppendRequest {
  readonly sitting: SittingId;
  /** Number of the entry that the decision was taken on; the append fails when the log has grown since. */
  readonly expectedN: number;
  /** May be empty, to write only the columns below. */
  readonly entries: readonly EntryDraft[];
  readonly outbox?: OutboxSpan;
  /** Wall instant (ms) at which the ticker must wake the sitting; `null` when nothing is due (paused, over). */
  readonly nextDueAt: number | null;
  /** Phase of the sitting after these entries, for read models. Unchanged when absent. */
  readonly status?: string;
  /** Wall instant (ms) of a sign of life of the candidate; with an outbox it is the last acknowledgement too. */
  readonly seenAt?: number;
}

export interface AppendResult {
  /** What was written, numbered and chained. Empty when `repeated`. */
  readonly entries: readonly Entry[];
  /** Entry number of each gesture of the outbox span, in order. Empty without an outbox. */
  readonly ns: readonly number[];
  /** True when every gesture was already there: nothing was written, `ns` are the numbers of the first time. */
  readonly repeated: boolean;
}

/** A folded state kept to start faster; it can be thrown away and rebuilt from the entries at any time. */
export interface LogSnapshot {
  /** Last entry folded in `state`. */
  readonly n: number;
  readonly state: unknown;
}

/** The durable, append-only, hash-chained logs of all sittings. */
export interface LogStore {
  /**
   * Appends all of `entries` or nothing, and resolves only when they are durable (after COMMIT, on disk).
   * Concurrent appends share one transaction; a refused one never harms the others.
   * @throws DomainError `sitting.unknown`; `log.conflict` (`details.headN`: reload, decide again, retry);
   *   `outbox.gap` (`details.expected`: gestures before `from` are missing);
   *   `outbox.overlap` (`details.lastSeq`: the first gestures are already there, send only those after it);
   *   `outbox.foreign` (the outbox belongs to another sitting); `log.malformed` (not JSON, or `indexes` out of range)
   */
  append(request: AppendRequest): Promise<AppendResult>;
  /** Entries after number `afterN`, in order, `limit` at most (2 000 unless told): read page by page. */
  read(sitting: SittingId, afterN: number, limit?: number): Promise<Entry[]>;
  /** @throws DomainError `sitting.unknown` */
  head(sitting: SittingId): Promise<LogHead>;
  /** Sequence of the last gesture of this outbox that is in the log; 0 when none is. */
  outboxHead(sitting: SittingId, outbox: string): Promise<number>;
  /**
   * Entry numbers of gestures `fromSeq … fromSeq + count - 1` of an outbox, in order.
   * Shorter than `count` when the last ones are not in the log.
   */
  receipt(sitting: SittingId, outbox: string, fromSeq: number, count: number): Promise<number[]>;
  /**
   * Sittings with something due at `wallNow` (ms), the most overdue first. Each is claimed for a few seconds, so that
   * two callers, even on two nodes, never get the same one; the next append to it ends the claim.
   */
  claimDue(wallNow: number, limit: number): Promise<SittingId[]>;
  /** The newest snapshot at or before entry `atN` (the newest of all without it), or `null`. */
  snapshot(sitting: SittingId, atN?: number): Promise<LogSnapshot | null>;
  /** Keeps a snapshot (JSON); an older one at the same `n` is replaced. */
  putSnapshot(sitting: SittingId, snapshot: LogSnapshot): Promise<void>;
}

/** Told to whoever watches, after a durable append. */
export interface LogChange {
  readonly sitting: SittingId;
  readonly session: SessionId;
  /** The log has at least this many entries. */
  readonly n: number;
}
