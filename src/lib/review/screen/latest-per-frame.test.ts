import { describe, expect, it } from 'vitest';
import { LatestPerFrame } from './latest-per-frame';

/** Frames that pass when told. */
function frames() {
  const waiting = new Map<number, () => void>();
  let last = 0;
  return {
    request(callback: () => void) {
      waiting.set(++last, callback);
      return last;
    },
    cancel: (id: number) => void waiting.delete(id),
    pass() {
      const now = [...waiting.values()];
      waiting.clear();
      for (const callback of now) callback();
    },
    get waiting() {
      return waiting.size;
    }
  };
}

describe('a slider that is dragged', () => {
  it('shows its first place at once and only the newest of each frame', () => {
    const clock = frames();
    const shown: number[] = [];
    const latest = new LatestPerFrame<number>((t) => shown.push(t), clock);
    for (const t of [1, 2, 3]) latest.take(t);
    expect(shown).toEqual([1]);
    clock.pass();
    expect(shown).toEqual([1, 3]);
    for (const t of [4, 5]) latest.take(t);
    clock.pass();
    expect(shown).toEqual([1, 3, 5]);
  });

  it('rests when the hand does, and starts at once again', () => {
    const clock = frames();
    const shown: number[] = [];
    const latest = new LatestPerFrame<number>((t) => shown.push(t), clock);
    latest.take(1);
    clock.pass();
    expect(clock.waiting).toBe(0);
    latest.take(2);
    expect(shown).toEqual([1, 2]);
  });

  it('shows nothing more once stopped', () => {
    const clock = frames();
    const shown: number[] = [];
    const latest = new LatestPerFrame<number>((t) => shown.push(t), clock);
    latest.take(1);
    latest.take(2);
    latest.stop();
    clock.pass();
    expect(shown).toEqual([1]);
  });
});
