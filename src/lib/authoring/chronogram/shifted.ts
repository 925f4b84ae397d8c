import { examMs } from '../../scenario/compile-values';
import { textIn, valueAt } from '../document/loose';
import type { Timeline } from './timeline';

const HOUR = /^\d{2}:[0-5]\d(:[0-5]\d)?$/;

/**
 * A timeline with the hours as they are written now, while the run that it was drawn from is played anew: an event just
 * dragged stays where it was put. `then` and `now` are `scenario.yaml` as data.
 */
export function shifted(timeline: Timeline, then: unknown, now: unknown): Timeline {
  const marks = timeline.marks.map((mark) => {
    if (!mark.event || !mark.movable) return mark;
    const { id, index } = mark.event;
    const [before, after] = [then, now].map((source) => textIn(valueAt(source, ['deroule', index, 'a'])));
    const same = valueAt(now, ['deroule', index, 'id']) === id;
    if (!same || before === after || !HOUR.test(before ?? '') || !HOUR.test(after ?? '')) return mark;
    const by = examMs(after!) - examMs(before!);
    return {
      ...mark,
      atMs: mark.atMs + by,
      spans: mark.spans.map((span) => ({ ...span, fromMs: span.fromMs + by, toMs: span.toMs + by }))
    };
  });
  return { ...timeline, marks: marks.toSorted((a, b) => a.atMs - b.atMs) };
}
