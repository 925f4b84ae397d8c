/** Exam ms per wall ms, as a fraction of whole numbers so that no rounding error ever wakes a due entry early. */
export interface Rate {
  readonly num: number;
  readonly den: number;
}

/** The exam clock as data. `at` is the wall instant from which time runs on from `t` (the end of a hold, if one is on). */
export interface Clock {
  readonly t: number;
  readonly at: number;
  readonly running: boolean;
  readonly rate: Rate;
  readonly heldUntil: number | null;
  /** Wall ms of credit to give when the clock runs again. */
  readonly owedMs: number;
}

export const stoppedClock = (rate: Rate): Clock => ({
  t: 0,
  at: 0,
  running: false,
  rate,
  heldUntil: null,
  owedMs: 0
});

/** Exam time at a wall instant, whole ms. A wall clock that steps back stops time, never turns it back. */
export function examTime(clock: Clock, wall: number): number {
  if (!clock.running) return clock.t;
  return clock.t + Math.max(0, Math.floor(((wall - clock.at) * clock.rate.num) / clock.rate.den));
}

/** First wall instant at which exam time has reached `t`; `null` while the clock is stopped. */
export function wallTime(clock: Clock, t: number): number | null {
  if (!clock.running) return null;
  return clock.at + Math.ceil((Math.max(0, t - clock.t) * clock.rate.den) / clock.rate.num);
}

/** Starts or resumes at a wall instant; credit that is owed is held first. */
export function run(clock: Clock, wall: number): Clock {
  const heldUntil = clock.owedMs > 0 ? wall + clock.owedMs : null;
  return { ...clock, running: true, at: heldUntil ?? wall, heldUntil, owedMs: 0 };
}

/** Stops at a wall instant, at exam time `t`; what remains of a hold is owed. */
export function stop(clock: Clock, wall: number, t: number): Clock {
  const left = clock.heldUntil === null ? 0 : Math.max(0, clock.heldUntil - wall);
  return { ...clock, running: false, t, at: wall, heldUntil: null, owedMs: clock.owedMs + left };
}

/** Holds for `ms` of wall time from a wall instant (after a hold that is already on), at exam time `t`. */
export function hold(clock: Clock, wall: number, t: number, ms: number): Clock {
  if (!clock.running) return { ...clock, owedMs: clock.owedMs + ms };
  const heldUntil = Math.max(wall, clock.heldUntil ?? wall) + ms;
  return { ...clock, t, at: heldUntil, heldUntil };
}
