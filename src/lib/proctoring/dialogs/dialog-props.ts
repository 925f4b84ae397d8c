import type { Board, Outcome } from '../board.svelte';
import type { SeatFacts } from '../seat';

/** What every question of the board is given. */
export interface DialogProps {
  board: Board;
  /** One candidate, or `null` for the whole room. */
  seat: SeatFacts | null;
  onclose: () => void;
  ondone: (outcome: Outcome) => void;
}
