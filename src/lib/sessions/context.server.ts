import type { Database } from '../server/db/database';
import type { Mode } from '../server/settings';

/** A scenario that a session can be made from. */
export interface ScenarioOffer {
  /** Identifier of its folder. */
  readonly id: string;
  /** Hash of the compiled scenario, stored for ever under this key. */
  readonly hash: string;
  readonly title: string;
  /** Title and version of the referential, e.g. `SA-2017`. */
  readonly referentialVersion: string;
  readonly durationMs: number;
}

/** What the use cases of sessions need of the world; made once by the composition root. */
export interface SessionsContext {
  readonly db: Database;
  readonly mode: Mode;
  /** Server wall clock, ms since 1970. */
  now(): number;
  /** Bytes of a cryptographic generator. */
  randomBytes(size: number): Uint8Array;
  /** Secret of this installation, which keys the hashes of access codes. */
  readonly codeKey: string;
  /** Scenarios of the program found at start, by title; `listOffers` adds those of the workshop. */
  readonly offers: readonly ScenarioOffer[];
}
