import { parseStory } from '../kernel/story-time';
import type { ClockState } from '../sitting/wire';
import type { DeskClock } from './port';

/** Exam time at a server wall instant, in integer ms; a held clock stands still, a stopped one too. */
export function examMsAt(clock: ClockState, wall: number): number {
  if (!clock.running) return clock.t;
  const from = clock.heldUntil === null ? clock.at : Math.max(clock.at, clock.heldUntil);
  return Math.min(clock.endMs, clock.t + Math.max(0, Math.floor((wall - from) * clock.rate)));
}

/**
 * Wall ms that the candidate has left, extra time and credit included: what « Reste 2 h 47 » shows. In a rehearsal, those that
 * they would have in the exam.
 */
export function remainingWallMs(clock: ClockState, wall: number): number {
  const held =
    clock.running && clock.heldUntil !== null ? Math.max(0, clock.heldUntil - Math.max(wall, clock.at)) : 0;
  return held + Math.ceil(((clock.endMs - examMsAt(clock, wall)) * (clock.pace ?? 1)) / clock.rate);
}

/** The clock of a desk. `read` gives the server's clock, its wall instant now, and the story's start; reactive when they are. */
export function deskClock(
  read: () => { readonly clock: ClockState; readonly wall: number; readonly storyStart: string }
): DeskClock {
  const examMs = () => {
    const { clock, wall } = read();
    return examMsAt(clock, wall);
  };
  return {
    examMs,
    story: () => (parseStory(read().storyStart) ?? 0) + examMs(),
    remainingMs: () => {
      const { clock, wall } = read();
      return remainingWallMs(clock, wall);
    },
    get running() {
      return read().clock.running;
    },
    get pace() {
      return read().clock.pace;
    }
  };
}
