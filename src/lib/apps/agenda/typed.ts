import { formatShortDate } from '../../kernel/format-fr';
import { parseStory, storyIso } from '../../kernel/story-time';

const pad = (value: number | string): string => String(value).padStart(2, '0');
const DAY_MS = 86_400_000;

/** `2026-03-17` as people write it: `17/03/2026`. */
export const dayText = (day: string): string => formatShortDate(parseStory(day) ?? 0);

/** A day as typed, `17/03/2026`, `17/3/26`, `17/03` (in the year of `near`) or `2026-03-17`; `null` when it is none. */
export function parseDay(text: string, near: string): string | null {
  const iso = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text.trim());
  const french = /^(\d{1,2})[/. -](\d{1,2})(?:[/. -](\d{2}|\d{4}))?$/.exec(text.trim());
  if (!iso && !french) return null;
  const year = french?.[3] ? french[3].padStart(4, '20') : near.slice(0, 4);
  const day = iso ? iso[0] : `${year}-${pad(french![2]!)}-${pad(french![1]!)}`;
  return parseStory(day) === null ? null : day;
}

export { parseHour } from '../../kernel/typed-hour';

/** The day before or after. */
export const nextDay = (day: string, by: number): string =>
  storyIso((parseStory(day) ?? 0) + by * DAY_MS).slice(0, 10);

/** An hour some steps of a quarter later, within the day. */
export function nextQuarter(hour: string, by: number): string {
  const minutes = Number(hour.slice(0, 2)) * 60 + Number(hour.slice(3)) + by * 15;
  const kept = Math.min(23 * 60 + 45, Math.max(0, minutes));
  return `${pad(Math.floor(kept / 60))}:${pad(kept % 60)}`;
}
