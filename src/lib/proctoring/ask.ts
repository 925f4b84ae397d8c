import type { SeatFacts } from './seat';

/** A question that the board asks before it does something. */
export type AskKind = 'word' | 'pause' | 'credit' | 'incident' | 'move' | 'end' | 'start' | 'script';

/** A question about one candidate, or about the whole room (`seat: null`). */
export interface Ask {
  readonly kind: AskKind;
  readonly seat: SeatFacts | null;
}
