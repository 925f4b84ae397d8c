/** Who wrote an entry. */
export type Author = 'candidate' | 'script' | 'proctor' | 'system';

/**
 * One line of a sitting's log. Entries are numbered from 1 without a gap and chained: `hash` is the SHA-256 of the
 * canonical JSON of all the other members, `prev` the hash of entry `n - 1` (64 zeros for the first).
 */
export interface Entry<D = unknown> {
  /** Sequence in the sitting, from 1. */
  readonly n: number;
  /** Exam time in integer milliseconds; never decreases along the log. */
  readonly t: number;
  /** Server clock in milliseconds since 1970, for audit only: no rule reads it. */
  readonly wall: number;
  readonly by: Author;
  /** `area.what-happened`, past tense. */
  readonly type: string;
  /** Version of the payload's schema for this type. */
  readonly v: number;
  /** The payload, apart from the envelope so that none of its keys can shadow one of the envelope's. */
  readonly d: D;
  readonly prev: string;
  readonly hash: string;
}

/** An entry that has been decided and dated, but not yet numbered and chained. */
export type EntryDraft<D = unknown> = Omit<Entry<D>, 'n' | 'prev' | 'hash'>;

/** Something that somebody did, before the server dates it. This is what an app command returns. */
export interface Gesture<T extends string = string, D = unknown> {
  readonly type: T;
  readonly v: number;
  readonly d: D;
}

/** What a desk folds: an entry without its chain. `n` is absent while the server has not acknowledged it. */
export interface DeskEvent<D = unknown> extends Gesture<string, D> {
  readonly by: Author;
  readonly t: number;
  readonly n?: number;
}

export const FIRST_PREV = '0'.repeat(64);
