import { describe, expect, it } from 'vitest';
import type { AnyModel } from '../../desk/fold';
import type { DeskEvent } from '../../log/entry';
import type { Scene } from '../../scene/scene';
import { Timeline } from './timeline';

const COUNT = 30_000;
const FOUR_HOURS = 4 * 3_600_000;
const events = Array.from({ length: COUNT }, (_, index): DeskEvent & { n: number } => ({
  ...{
    n: index + 10,
    t: Math.floor((index * FOUR_HOURS) / COUNT),
    type: 'test.typed',
    v: 1,
    by: 'candidate'
  },
  d: { at: index % 40 }
}));
let folded = 0;
/** Keeps the last numbers typed in forty places. */
const model: AnyModel = {
  id: 'notes',
  events: [],
  open: () => ({ count: 0 }),
  reduce: (state, event) => {
    folded += 1;
    const { count, ...rest } = state as Record<string, number>;
    return { ...rest, count: (count ?? 0) + 1, [`p${(event.d as { at: number }).at}`]: event.n ?? 0 };
  }
};
const scene = {} as Scene;
const countOf = (timeline: Timeline, t: number) => (timeline.at(t).notes as { count: number }).count;

describe('seeking in four hours and thirty thousand entries', () => {
  it('shows everything of an instant, and nothing after it', () => {
    const timeline = new Timeline([model], scene, events);
    for (const t of [-1, 0, 1, 3_600_000, FOUR_HOURS - 1, FOUR_HOURS * 2, 7_200_000, 479])
      expect(countOf(timeline, t)).toBe(events.filter((event) => event.t <= t).length);
  });

  it('is the same desk whatever was shown before', () => {
    const far = new Timeline([model], scene, events);
    far.at(FOUR_HOURS);
    const near = new Timeline([model], scene, events);
    expect(far.at(5_000_000)).toEqual(near.at(5_000_000));
    expect(far.atEntry(5_000)).toEqual(near.atEntry(5_000));
  });

  it('folds a few hundred entries at most once prepared', () => {
    const timeline = new Timeline([model], scene, events);
    expect(timeline.prepare(Infinity, () => 0)).toBe(true);
    for (const t of [1_000, 13_000_000, 42, FOUR_HOURS]) {
      folded = 0;
      timeline.at(t);
      expect(folded).toBeLessThan(250);
    }
  });

  it('starts from the nearest seed of the server, and gives the same desk', () => {
    const whole = new Timeline([model], scene, events);
    const seeds = [10_009, 20_009].map((n) => ({ n, states: whole.atEntry(n) }));
    const seeded = new Timeline([model], scene, events, [...seeds, { n: 25_000, states: {} }]);
    folded = 0;
    const states = seeded.atEntry(20_500);
    expect(folded).toBe(491);
    expect(states).toEqual(whole.atEntry(20_500));
    expect(seeded.prepare(Infinity, () => 0)).toBe(true);
    expect(seeded.at(FOUR_HOURS)).toEqual(whole.at(FOUR_HOURS));
  });

  it('prepares in slices', () => {
    const timeline = new Timeline([model], scene, events);
    let clock = 0;
    expect(timeline.prepare(3, () => clock++)).toBe(false);
    expect(timeline.prepared).toBe(false);
    expect(timeline.prepare(Infinity, () => 0)).toBe(true);
  });
});
