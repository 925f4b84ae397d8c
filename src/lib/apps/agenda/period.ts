import { formatDate, formatDay } from '../../kernel/format-fr';
import { parseStory, storyIso } from '../../kernel/story-time';
import type { AgendaMode, AgendaState } from './model';

const DAY_MS = 86_400_000;
const ms = (day: string): number => parseStory(day) ?? 0;

/** The day one step away: a day, or a week or a month when `mode` says so. */
export function shiftDay(day: string, by: number, mode: AgendaMode = 'day'): string {
  if (mode !== 'month') return storyIso(ms(day) + by * (mode === 'week' ? 7 : 1) * DAY_MS).slice(0, 10);
  const date = new Date(ms(day));
  return storyIso(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + by, 1)).slice(0, 10);
}

/** Monday of a day's week. */
export const mondayOf = (day: string): string => shiftDay(day, -((new Date(ms(day)).getUTCDay() + 6) % 7));

/** The period on screen in words: `mardi 17 mars 2026`, `16 – 21 mars 2026`, `mars 2026`. */
export function periodOf({ mode, day }: AgendaState['view']): string {
  if (mode === 'day') return formatDay(ms(day));
  if (mode === 'month') return formatDate(ms(day)).replace(/^\S+?\u00a0/u, '');
  const from = mondayOf(day);
  const to = shiftDay(from, 5);
  const sameMonth = from.slice(0, 7) === to.slice(0, 7);
  const start = formatDate(ms(from));
  return `${sameMonth ? start.split('\u00a0')[0] : start.replace(/ \d{4}$/, '')} – ${formatDate(ms(to))}`;
}
