import type { DeskEvent } from '../log/entry';
import * as events from './events';
import type { Opening } from './wire';

/** What the log says around the desk: who writes, who asks for help, which pieces have been delivered. */
export interface RoomState {
  /** Ticket of the tab that may write; `null` before the first one and after a change of machine. */
  readonly tab: string | null;
  /** Exam time since when the hand is raised, or `null`. */
  readonly handSince: number | null;
  /** Hashes of the blobs that the script has handed out. */
  readonly delivered: readonly string[];
  /** Words of the proctor, oldest first; the oldest give way. */
  readonly words: Opening['words'];
  /** The archive is made: nothing is written any more. */
  readonly sealed: boolean;
}

export const emptyRoom: RoomState = { tab: null, handSince: null, delivered: [], words: [], sealed: false };

const WORDS_KEPT = 20;

const HASH = /\b[0-9a-f]{64}\b/g;

/** Blobs that a payload names, whatever its shape. */
export const hashesIn = (payload: unknown): readonly string[] =>
  JSON.stringify(payload ?? null).match(HASH) ?? [];

/** Next state after an entry. */
export function evolveRoom(state: RoomState, event: DeskEvent): RoomState {
  if (events.deskOpened.is(event)) return { ...state, tab: event.d.tab };
  if (events.postChanged.is(event)) return { ...state, tab: null };
  if (events.handRaised.is(event)) return { ...state, handSince: event.t };
  if (events.handLowered.is(event) || events.handAnswered.is(event)) return { ...state, handSince: null };
  if (events.wordSent.is(event)) {
    const words = [...state.words, { text: event.d.text, t: event.t }];
    return { ...state, words: words.slice(-WORDS_KEPT) };
  }
  if (events.sittingSealed.is(event)) return { ...state, sealed: true };
  if (event.by !== 'script') return state;
  const fresh = hashesIn(event.d).filter((hash) => !state.delivered.includes(hash));
  return fresh.length === 0 ? state : { ...state, delivered: [...state.delivered, ...fresh] };
}
