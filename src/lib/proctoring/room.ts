import type { SessionId } from '../kernel/ids';
import type { StoryMs } from '../kernel/story-time';
import {
  examMs,
  isConnected,
  isReady,
  lateTasks,
  lostSince,
  nextDeadline,
  urgencyOf,
  wallOf,
  type SeatFacts
} from './seat';

/** One message of the board's stream: the room as it is at `wall`. */
export interface RoomView {
  /** Server wall clock when this was made, ms. */
  readonly wall: number;
  readonly session: RoomSession;
  readonly server: RoomServer;
  /** By post. */
  readonly seats: readonly SeatFacts[];
}

export interface RoomSession {
  readonly id: SessionId;
  readonly name: string;
  /** Title of the scenario. */
  readonly title: string;
  readonly centre: string;
  readonly room: string;
  /** ISO day. */
  readonly day: string;
  /** Candidates may enter and confirm their identity. */
  readonly opened: boolean;
  readonly started: boolean;
  readonly ended: boolean;
  /** How many times faster than an exam: above 1 in a rehearsal. */
  readonly pace: number;
  /** Story instant of exam time zero. */
  readonly storyStart: StoryMs;
}

export interface RoomServer {
  readonly ok: boolean;
  /** The database answers. */
  readonly database: boolean;
  /** Hours that the disk can still record the sittings in progress. */
  readonly diskHours: number;
}

/** The six figures at the top of the board. */
export interface RoomCounts {
  readonly candidates: number;
  readonly rescue: number;
  readonly see: number;
  readonly paused: number;
  readonly running: number;
  readonly over: number;
  /** Confirmed and not started. */
  readonly ready: number;
  /** Exam ms of the candidate who is furthest on at the ordinary rate; `null` before the start. */
  readonly elapsedMs: number | null;
  /** Wall instant of the next deadline of the room that somebody has not met; `null` when there is none. */
  readonly nextDeadlineAt: number | null;
}

/** Counts a room at a server instant. */
export function countRoom({ seats, session }: RoomView, now: number): RoomCounts {
  const urgencies = seats.map((seat) => urgencyOf(seat, now, session.started));
  const count = (urgency: string) => urgencies.filter((each) => each === urgency).length;
  const begun = seats.filter(({ phase }) => phase === 'running' || phase === 'paused' || phase === 'over');
  const deadlines = seats.flatMap((seat) => {
    const next = seat.phase === 'running' ? nextDeadline(seat, now) : null;
    const at = next ? wallOf(seat, next.deadlineMs!) : null;
    return at === null ? [] : [at];
  });
  return {
    candidates: seats.length,
    rescue: count('rescue'),
    see: count('see'),
    paused: seats.filter(({ phase }) => phase === 'paused').length,
    running: seats.filter(({ phase }) => phase === 'running').length,
    over: count('over'),
    ready: seats.filter(isReady).length,
    elapsedMs:
      begun.length === 0
        ? null
        : session.pace * Math.max(...begun.map((seat) => examMs(seat, now) / seat.clock.rate)),
    nextDeadlineAt: deadlines.length === 0 ? null : Math.min(...deadlines)
  };
}

/** Why a candidate is not ready to start, for the question before the start; `null` when ready. */
export function notReadyBecause(seat: SeatFacts, now: number): 'absent' | 'identity' | 'disconnected' | null {
  if (seat.phase === 'identity') return seat.open ? 'identity' : 'absent';
  if (isReady(seat) && !isConnected(seat, now)) return 'disconnected';
  return null;
}

/** What has begun to call for somebody between two looks at the room: hands raised, desks lost, work not handed in. */
export interface Alert {
  readonly seat: SeatFacts;
  readonly kind: 'lost' | 'hand' | 'late';
}

/** Alerts of `seat` at an instant. */
export function alertsOf(seat: SeatFacts, now: number): readonly Alert[] {
  return [
    ...(lostSince(seat, now) === null ? [] : [{ seat, kind: 'lost' } as const]),
    ...(seat.handSinceAt === null || seat.phase === 'over' ? [] : [{ seat, kind: 'hand' } as const]),
    ...(lateTasks(seat, now).length === 0 ? [] : [{ seat, kind: 'late' } as const])
  ];
}
