/** A room of the bench as `seed.ts` writes it: access codes and identifiers. */
export interface Room {
  readonly session: string;
  readonly proctor: string;
  readonly candidates: readonly string[];
}

/** What the database of the bench holds. */
export interface World {
  readonly small: Room;
  readonly large: Room;
  /** Candidates for the browser, one per measure, so that each finds a desk that nobody has used. */
  readonly desks: Room;
  /** A finished sitting of four hours and 30,000 entries. */
  readonly long: { readonly juror: string; readonly number: string; readonly lastMs: number };
}

/** Sizes of the two rooms whose acknowledgements are timed. */
export const SMALL = 60;
export const LARGE = 500;
export const DESKS = 20;
export const LONG_ENTRIES = 30_000;
export const LONG_MS = 4 * 3_600_000;
