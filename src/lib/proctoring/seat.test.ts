import { describe, expect, it } from 'vitest';
import type { SessionId, SittingId } from '../kernel/ids';
import { countRoom, notReadyBecause, type RoomView } from './room';
import {
  handInsOf,
  isConnected,
  LATE_CALLS_MS,
  lostSince,
  proposedCreditMs,
  remainingMs,
  savedState,
  sortSeats,
  urgencyOf,
  type SeatFacts,
  type TaskFacts
} from './seat';

const MINUTE = 60_000;
const START = Date.UTC(2026, 2, 17, 8);
/** Thirty minutes after the start. */
const NOW = START + 30 * MINUTE;

const task = (deadlineMinutes: number | null, received = 0): TaskFacts => ({
  title: 'Courrier',
  deadlineMs: deadlineMinutes === null ? null : deadlineMinutes * MINUTE,
  expected: 1,
  received
});

/** A desk that runs since `START` and was heard a second ago, but for what is told. */
function seat(facts: Partial<SeatFacts> = {}): SeatFacts {
  return {
    sitting: `s-${facts.post ?? '01'}` as SittingId,
    n: 1,
    post: '01',
    number: '0401',
    name: 'Fatou Ndiaye',
    extraTime: null,
    phase: 'running',
    clock: { t: 0, at: START, running: true, rate: 1, endMs: 240 * MINUTE, heldUntil: null },
    pauseCause: null,
    open: true,
    moving: false,
    lastSeenAt: NOW - 1_000,
    lastAckAt: NOW - 20 * MINUTE,
    unsent: { sinceAt: null },
    handSinceAt: null,
    tasks: [],
    app: null,
    call: false,
    incidents: 0,
    creditMs: 0,
    ...facts
  };
}
const stopped = (phase: SeatFacts['phase']): Partial<SeatFacts> => ({
  phase,
  clock: { ...seat().clock, t: 0, running: false }
});
const urgency = (facts: Partial<SeatFacts>, started = true) => urgencyOf(seat(facts), NOW, started);

describe('the urgency of a seat', () => {
  it.each([
    ['heard within fifteen seconds', { lastSeenAt: NOW - 15_000 }, 'normal'],
    ['not heard for longer', { lastSeenAt: NOW - 15_001 }, 'rescue'],
    ['told to change machine', { open: false, moving: true }, 'rescue'],
    ['lost with a hand raised', { lastSeenAt: NOW - MINUTE, handSinceAt: NOW - 2_000 }, 'rescue'],
    ['hand raised', { handSinceAt: NOW - 2_000 }, 'see'],
    ['deadline just missed', { tasks: [task(29)] }, 'see'],
    ['deadline met', { tasks: [task(29, 1)] }, 'normal'],
    ['deadline to come', { tasks: [task(31)] }, 'normal'],
    ['no deadline', { tasks: [task(null)] }, 'normal'],
    ['paused', stopped('paused'), 'paused'],
    ['paused and not heard', { ...stopped('paused'), lastSeenAt: NOW - MINUTE }, 'paused'],
    ['paused with a hand raised', { ...stopped('paused'), handSinceAt: NOW }, 'see'],
    ['over with a hand raised', { ...stopped('over'), handSinceAt: NOW }, 'over'],
    ['identity not confirmed while the room runs', stopped('identity'), 'see'],
    ['late arrival who is ready', stopped('ready'), 'see'],
    ['absent', { ...stopped('identity'), open: false, lastSeenAt: null }, 'normal']
  ] as const)('%s', (_, facts, expected) => {
    expect(urgency(facts)).toBe(expected);
  });

  it('leaves everybody calm before the start', () => {
    expect(urgency(stopped('identity'), false)).toBe('normal');
    expect(urgency(stopped('familiarisation'), false)).toBe('normal');
  });

  it('stops calling for a missed deadline after a while', () => {
    const late = seat({ tasks: [task(10)] });
    expect(urgencyOf(late, START + 10 * MINUTE + LATE_CALLS_MS - 1, true)).toBe('see');
    expect(
      urgencyOf({ ...late, lastSeenAt: null, lastAckAt: NOW }, START + 10 * MINUTE + LATE_CALLS_MS, true)
    ).toBe('normal');
  });

  it('takes a durable write as a sign of life', () => {
    expect(lostSince(seat({ lastSeenAt: NOW - MINUTE, lastAckAt: NOW - 2_000 }), NOW)).toBeNull();
  });

  it('counts from the start for a desk that was never heard', () => {
    expect(lostSince(seat({ lastSeenAt: null, lastAckAt: null }), NOW)).toBe(START);
  });
});

describe('the work of a seat', () => {
  const waiting = (ms: number) => ({ unsent: { sinceAt: NOW - ms } });

  it.each([
    ['reads for long with nothing to deliver', {}, { kind: 'up-to-date' }],
    ['types right now', waiting(3_000), { kind: 'up-to-date' }],
    [
      'is heard while its work does not arrive',
      waiting(40_000),
      { kind: 'waiting', ms: 40_000, long: false }
    ],
    ['has been so for long', waiting(2 * MINUTE), { kind: 'waiting', ms: 2 * MINUTE, long: true }],
    [
      'delivers without ever being empty',
      { ...waiting(5 * MINUTE), lastAckAt: NOW - 2_000 },
      { kind: 'up-to-date' }
    ],
    ['is not heard', { lastSeenAt: NOW - MINUTE }, { kind: 'lost', at: NOW - MINUTE }],
    ['has said nothing of it', { unsent: null }, { kind: 'at', at: NOW - 20 * MINUTE }],
    [
      'is paused and shut',
      { ...stopped('paused'), lastSeenAt: NOW - MINUTE },
      { kind: 'at', at: NOW - 20 * MINUTE }
    ]
  ] as const)('of a desk that %s', (_, facts, expected) => {
    expect(savedState(seat(facts), NOW)).toEqual(expected);
  });
});

describe('a seat', () => {
  it('is sorted by urgency, then by post as people count', () => {
    const room = [
      seat({ post: '10' }),
      seat({ post: '2' }),
      seat({ post: '11', handSinceAt: NOW }),
      seat({ post: '7', lastSeenAt: NOW - MINUTE }),
      seat({ post: '1', ...stopped('over') })
    ];
    expect(sortSeats(room, NOW, true).map(({ post }) => post)).toEqual(['7', '11', '2', '10', '1']);
  });

  it('is proposed the time that it has not been heard', () => {
    expect(proposedCreditMs(seat({ lastSeenAt: NOW - 72_400, lastAckAt: null }), NOW)).toBe(72_000);
    expect(proposedCreditMs(seat(), NOW)).toBeNull();
  });

  it('has more time left with third-time', () => {
    const clock = { ...seat().clock, rate: 0.75 };
    expect(remainingMs(seat(), NOW)).toBe(210 * MINUTE);
    expect(remainingMs(seat({ clock }), NOW)).toBe(290 * MINUTE);
  });

  it('counts what was handed in', () => {
    expect(handInsOf(seat({ tasks: [task(10, 1), task(20), task(null, 1)] }))).toBe(2);
  });
});

describe('a room', () => {
  const room = (...seats: SeatFacts[]): RoomView => ({
    wall: NOW,
    session: {
      id: 's' as SessionId,
      name: 'Session',
      title: 'Verdelis',
      centre: 'Angers',
      room: 'B',
      day: '2026-03-17',
      opened: true,
      started: true,
      ended: false,
      pace: 1,
      storyStart: START
    },
    server: { ok: true, database: true, diskHours: 61 },
    seats
  });

  it('is counted', () => {
    const slow = { ...seat().clock, rate: 0.75 };
    const view = room(
      seat({ lastSeenAt: NOW - MINUTE }),
      seat({ handSinceAt: NOW }),
      seat({ ...stopped('paused') }),
      seat({ clock: slow, tasks: [task(45), task(60)] }),
      seat({ ...stopped('over') })
    );
    expect(countRoom(view, NOW)).toEqual({
      candidates: 5,
      rescue: 1,
      see: 1,
      paused: 1,
      running: 3,
      over: 1,
      ready: 0,
      elapsedMs: 30 * MINUTE,
      nextDeadlineAt: START + 60 * MINUTE
    });
  });

  it('says who is not ready and why', () => {
    const reasons = [
      seat({ ...stopped('identity'), open: false }),
      seat(stopped('identity')),
      seat({ ...stopped('ready'), lastSeenAt: NOW - MINUTE }),
      seat(stopped('familiarisation'))
    ].map((each) => notReadyBecause(each, NOW));
    expect(reasons).toEqual(['absent', 'identity', 'disconnected', null]);
  });

  it('does not take a closed machine for a connected one', () => {
    expect(isConnected(seat({ open: false }), NOW)).toBe(false);
  });
});
