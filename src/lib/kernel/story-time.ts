/**
 * A story instant is the wall time of the fiction as milliseconds *as if it were UTC*: `2026-03-17 08:32` is
 * `Date.UTC(2026, 2, 17, 8, 32)`. No time zone and no daylight saving ever enters a scenario.
 */
export type StoryMs = number;

const PATTERN = /^(\d{4})-(\d{2})-(\d{2})(?:[ T](\d{2}):(\d{2}))?$/;

/** Reads `2026-03-17 08:32` (or a day alone) into a story instant; `null` when it is not one. */
export function parseStory(text: string): StoryMs | null {
  const match = PATTERN.exec(text);
  if (!match) return null;
  const [, year, month, day, hour = '0', minute = '0'] = match;
  const ms = Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute));
  return storyIso(ms).startsWith(`${year}-${month}-${day}`) && Number(hour) < 24 && Number(minute) < 60
    ? ms
    : null;
}

/** `2026-03-17T08:32` of a story instant. */
export const storyIso = (ms: StoryMs): string => new Date(ms).toISOString().slice(0, 16);
