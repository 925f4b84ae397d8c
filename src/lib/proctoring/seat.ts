import type { SittingId } from '../kernel/ids';
import { examMsAt, remainingWallMs } from '../desk/exam-clock';
import type { ClockState, Phase } from '../sitting/wire';

/**
 * What the board knows of one candidate: states, never answers. Instants named `…At` are wall ms of the server, so that
 * the board can say « il y a 1 min 12 » at any moment without asking again.
 */
export interface SeatFacts {
  readonly sitting: SittingId;
  /** Last entry that these facts hold. */
  readonly n: number;
  readonly post: string;
  readonly number: string;
  readonly name: string;
  /** Extra time as people say it (« tiers-temps »), or `null`. */
  readonly extraTime: string | null;
  readonly phase: Phase;
  readonly clock: ClockState;
  /** Why the clock is stopped, or `null`. */
  readonly pauseCause: string | null;
  /** A machine has the desk open and may write. */
  readonly open: boolean;
  /** The candidate was told to go on at another machine and has not arrived there yet. */
  readonly moving: boolean;
  /** Last sign of life; `null` when there has been none. */
  readonly lastSeenAt: number | null;
  /** Last durable write of the candidate's work. */
  readonly lastAckAt: number | null;
  /** Since when the post has had work to deliver, as it last said (`null` inside: none); `null` when it has not said. */
  readonly unsent: { readonly sinceAt: number | null } | null;
  readonly handSinceAt: number | null;
  readonly tasks: readonly TaskFacts[];
  /** Application in front, in words, or `null`. */
  readonly app: string | null;
  /** The telephone rings or is answered. */
  readonly call: boolean;
  readonly incidents: number;
  /** Wall ms given back so far. */
  readonly creditMs: number;
}

/** A task as the board counts it. */
export interface TaskFacts {
  readonly title: string;
  /** Exam ms; `null` without a deadline of its own. */
  readonly deadlineMs: number | null;
  readonly expected: number;
  readonly received: number;
}

/** From the most to the least pressing. */
export const URGENCIES = ['rescue', 'see', 'paused', 'normal', 'over'] as const;
export type Urgency = (typeof URGENCIES)[number];

/** Work waiting on a post that is heard: an ordinary delay below the first length, worth a look above the second. */
export const UNSENT_SHOWN_MS = 15_000;
export const UNSENT_CALLS_MS = 60_000;
/** Silence of a running desk after which somebody must go there: three signs of life missed. */
export const LOST_AFTER_MS = 15_000;
/** How long a missed deadline calls for attention; after that it is only a fact. */
export const LATE_CALLS_MS = 15 * 60_000;

/** Exam ms of a seat at a server instant. */
export const examMs = (seat: SeatFacts, now: number): number => examMsAt(seat.clock, now);

/** Wall ms left, extra time and holds included; pauses are not foreseen. */
export const remainingMs = (seat: SeatFacts, now: number): number => remainingWallMs(seat.clock, now);

/** Since when a running desk has not been heard (wall ms), or `null` while it is heard. */
export function lostSince(seat: SeatFacts, now: number): number | null {
  if (seat.phase !== 'running') return null;
  const heard = Math.max(seat.lastSeenAt ?? 0, seat.lastAckAt ?? 0) || seat.clock.at;
  return now - heard > LOST_AFTER_MS ? heard : null;
}

/** How the candidate's work stands: all of it here, some waiting on the post, or only the instant of the last write known. */
export type SavedState =
  | { readonly kind: 'up-to-date' }
  | { readonly kind: 'waiting'; readonly ms: number; readonly long: boolean }
  | { readonly kind: 'lost'; readonly at: number }
  | { readonly kind: 'at'; readonly at: number | null };

/** The state of the work of a seat whose exam has begun. Work that keeps arriving does not wait. */
export function savedState(seat: SeatFacts, now: number): SavedState {
  const lost = lostSince(seat, now);
  if (lost !== null) return { kind: 'lost', at: lost };
  if (seat.unsent === null || !isConnected(seat, now)) return { kind: 'at', at: seat.lastAckAt };
  const { sinceAt } = seat.unsent;
  const ms = sinceAt === null ? 0 : now - Math.max(sinceAt, seat.lastAckAt ?? 0);
  return ms < UNSENT_SHOWN_MS ? { kind: 'up-to-date' } : { kind: 'waiting', ms, long: ms >= UNSENT_CALLS_MS };
}

/** The desk has shown a sign of life lately, whatever the phase. */
export const isConnected = (seat: SeatFacts, now: number): boolean =>
  seat.open && seat.lastSeenAt !== null && now - seat.lastSeenAt <= LOST_AFTER_MS;

/** The earliest deadline that is still to come and not met, or `null`. */
export function nextDeadline(seat: SeatFacts, now: number): TaskFacts | null {
  const t = examMs(seat, now);
  return earliest(seat.tasks.filter((task) => isMissing(task) && task.deadlineMs! > t));
}

/** Deadlines gone by without everything handed in. */
export const lateTasks = (seat: SeatFacts, now: number): readonly TaskFacts[] => {
  const t = examMs(seat, now);
  return seat.phase === 'running' || seat.phase === 'paused'
    ? seat.tasks.filter((task) => isMissing(task) && task.deadlineMs! <= t)
    : [];
};

/** Wall instant of an exam instant of this seat; `null` while its clock is stopped. */
export function wallOf(seat: SeatFacts, atMs: number): number | null {
  const { running, heldUntil, at, t, rate } = seat.clock;
  if (!running) return null;
  return Math.max(at, heldUntil ?? at) + Math.ceil(Math.max(0, atMs - t) / rate);
}

/** Deliverables handed in. */
export const handInsOf = (seat: SeatFacts): number =>
  seat.tasks.reduce((sum, { received }) => sum + received, 0);

/**
 * How pressing a seat is, by facts alone. `started` tells that the exam runs for the room: whoever is at a desk and has
 * not begun by then waits for the proctor.
 */
export function urgencyOf(seat: SeatFacts, now: number, started: boolean): Urgency {
  if (seat.phase === 'over') return 'over';
  if (seat.phase === 'running' && (!seat.open || lostSince(seat, now) !== null)) return 'rescue';
  if (seat.handSinceAt !== null || waitsForStart(seat, started) || isFreshlyLate(seat, now)) return 'see';
  return seat.phase === 'paused' ? 'paused' : 'normal';
}

/** At a desk, not started, while the room runs: a late arrival, or an identity that was not confirmed. */
export const waitsForStart = (seat: SeatFacts, started: boolean): boolean =>
  started && seat.open && (seat.phase === 'identity' || isReady(seat));

/** Identity confirmed, the exam may be started. */
export const isReady = (seat: SeatFacts): boolean =>
  seat.phase === 'familiarisation' || seat.phase === 'ready';

/** Time lost that may be given back now: that of a running desk which is not heard. Whole seconds, in ms. */
export function proposedCreditMs(seat: SeatFacts, now: number): number | null {
  const since = lostSince(seat, now);
  return since === null ? null : Math.floor((now - since) / 1000) * 1000;
}

/** Natural order of posts: « 2 » before « 10 ». */
const byPost = new Intl.Collator('fr', { numeric: true });

/** Seats by urgency, then by post. */
export function sortSeats(seats: readonly SeatFacts[], now: number, started: boolean): readonly SeatFacts[] {
  const rank = new Map(seats.map((seat) => [seat, URGENCIES.indexOf(urgencyOf(seat, now, started))]));
  return seats.toSorted(
    (a, b) =>
      rank.get(a)! - rank.get(b)! || byPost.compare(a.post, b.post) || byPost.compare(a.number, b.number)
  );
}

const isMissing = (task: TaskFacts): boolean => task.deadlineMs !== null && task.received < task.expected;

const earliest = (tasks: readonly TaskFacts[]): TaskFacts | null =>
  tasks.reduce<TaskFacts | null>(
    (best, task) => (best === null || task.deadlineMs! < best.deadlineMs! ? task : best),
    null
  );

function isFreshlyLate(seat: SeatFacts, now: number): boolean {
  const t = examMs(seat, now);
  return lateTasks(seat, now).some(({ deadlineMs }) => (t - deadlineMs!) / seat.clock.rate < LATE_CALLS_MS);
}
