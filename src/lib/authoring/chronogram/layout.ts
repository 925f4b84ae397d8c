import { LANES, type LaneId } from './lanes';
import type { Mark } from './timeline';

/** Widths in px. */
export const LABEL_WIDTH = 186;
const ACT_WIDTH = 10;
const GAP = 6;

/** A mark where it is drawn. */
export interface Placed {
  readonly mark: Mark;
  readonly x: number;
  /** Of the whole mark: its label, or its bar when that is longer. */
  readonly width: number;
  /** Row in its lane, from 0. */
  readonly row: number;
}

export interface PlacedLane {
  readonly id: LaneId;
  readonly title: string;
  readonly color: string;
  readonly rows: number;
  readonly placed: readonly Placed[];
}

const widthOf = (mark: Mark, pxPerMs: number): number => {
  if (mark.shape === 'act') return ACT_WIDTH;
  const last = Math.max(mark.atMs, ...mark.spans.map(({ toMs }) => toMs));
  return Math.max(LABEL_WIDTH, (last - mark.atMs) * pxPerMs);
};

/** Puts the marks of a chronogramme in lanes, and in rows where labels would run over each other. Empty lanes are left out. */
export function placeMarks(marks: readonly Mark[], pxPerMs: number): readonly PlacedLane[] {
  return LANES.flatMap((lane) => {
    const own = marks.filter((mark) => mark.lane === lane.id);
    if (own.length === 0) return [];
    const ends: number[] = [];
    const placed = own.map((mark): Placed => {
      const x = mark.atMs * pxPerMs;
      const width = widthOf(mark, pxPerMs);
      const free = mark.shape === 'act' ? 0 : ends.findIndex((end) => end + GAP <= x);
      const row = free < 0 ? ends.length : free;
      ends[row] = x + width;
      return { mark, x, width, row };
    });
    return [{ ...lane, rows: Math.max(1, ends.length), placed }];
  });
}

/** Minutes between two ticks of the ruler, so that labels have room: 1, 2, 5, 10, 15, 30 or 60. */
export function tickMinutes(pxPerMinute: number): number {
  return [1, 2, 5, 10, 15, 30].find((minutes) => minutes * pxPerMinute >= 56) ?? 60;
}

/** Ticks of the ruler in exam ms, the end of the exam included. */
export function ticksOf(durationMs: number, pxPerMinute: number): readonly number[] {
  const step = tickMinutes(pxPerMinute) * 60_000;
  const ticks = Array.from({ length: Math.floor(durationMs / step) + 1 }, (_, index) => index * step);
  return ticks.at(-1) === durationMs ? ticks : [...ticks, durationMs];
}

/** Scroll position that keeps under the pointer what is there, when the scale changes. All in px. */
export const keptScroll = (scroll: number, pointer: number, before: number, after: number): number =>
  Math.max(0, (scroll + pointer) * (after / before) - pointer);
