import type { DeskEvent } from '../log/entry';
import { deskOpened, handAnswered, handLowered, handRaised, postChanged, sittingSealed } from './events';

/** What the log says around the desk: who writes, who asks for help, which pieces have been delivered. */
export interface RoomState {
  /** Ticket of the tab that may write; `null` before the first one and after a change of machine. */
  readonly tab: string | null;
  /** Exam time since when the hand is raised, or `null`. */
  readonly handSince: number | null;
  /** Hashes of the blobs that the script has handed out. */
  readonly delivered: readonly string[];
  /** The archive is made: nothing is written any more. */
  readonly sealed: boolean;
}

export const emptyRoom: RoomState = { tab: null, handSince: null, delivered: [], sealed: false };

const HASH = /\b[0-9a-f]{64}\b/g;

/** Blobs that a payload names, whatever its shape. */
export const hashesIn = (payload: unknown): readonly string[] =>
  JSON.stringify(payload ?? null).match(HASH) ?? [];

/** Next state after an entry. */
export function evolveRoom(state: RoomState, event: DeskEvent): RoomState {
  if (deskOpened.is(event)) return { ...state, tab: event.d.tab };
  if (postChanged.is(event)) return { ...state, tab: null };
  if (handRaised.is(event)) return { ...state, handSince: event.t };
  if (handLowered.is(event) || handAnswered.is(event)) return { ...state, handSince: null };
  if (sittingSealed.is(event)) return { ...state, sealed: true };
  if (event.by !== 'script') return state;
  const fresh = hashesIn(event.d).filter((hash) => !state.delivered.includes(hash));
  return fresh.length === 0 ? state : { ...state, delivered: [...state.delivered, ...fresh] };
}
