import { describe, expect, it } from 'vitest';
import { examMsAt, remainingWallMs } from './exam-clock';

const clock = { t: 60_000, at: 1_000_000, running: true, rate: 0.75, endMs: 1_800_000, heldUntil: null };

describe('exam clock in the browser', () => {
  it('runs at the candidate’s own rate and leaves wall time, extra time included', () => {
    expect(examMsAt(clock, 1_040_000)).toBe(90_000);
    expect(remainingWallMs(clock, 1_040_000)).toBe(2_280_000);
  });
  it('stands still while paused, and while held', () => {
    expect(examMsAt({ ...clock, running: false }, 9_999_999)).toBe(60_000);
    const held = { ...clock, heldUntil: 1_030_000 };
    expect(examMsAt(held, 1_020_000)).toBe(60_000);
    expect(examMsAt(held, 1_070_000)).toBe(90_000);
    expect(remainingWallMs(held, 1_020_000)).toBe(10_000 + 2_320_000);
  });
  it('goes faster in a rehearsal, and leaves what the exam would', () => {
    const rehearsal = { ...clock, rate: 45, pace: 60 };
    expect(examMsAt(rehearsal, 1_010_000)).toBe(510_000);
    expect(remainingWallMs(rehearsal, 1_010_000)).toBe(1_720_000);
  });
  it('stops at the end', () => {
    expect(examMsAt(clock, 99_000_000)).toBe(1_800_000);
    expect(remainingWallMs(clock, 99_000_000)).toBe(0);
  });
});
