import { formatDay, formatHour } from '../../kernel/format-fr';
import { parseStory } from '../../kernel/story-time';
import type { Appointment } from './model';

const ms = (iso: string): number => parseStory(iso.replace('T', ' ')) ?? 0;

/** `mercredi 18 mars 2026, 14 h – 16 h` */
export function whenOf(item: Pick<Appointment, 'start' | 'end' | 'allDay'>): string {
  const day = formatDay(ms(item.start));
  const sameDay = item.start.slice(0, 10) === item.end.slice(0, 10);
  if (item.allDay) return sameDay ? `${day}, toute la journée` : `du ${day} au ${formatDay(ms(item.end))}`;
  return sameDay
    ? `${day}, ${formatHour(ms(item.start))} – ${formatHour(ms(item.end))}`
    : `du ${day}, ${formatHour(ms(item.start))}, au ${formatDay(ms(item.end))}, ${formatHour(ms(item.end))}`;
}

/** Text of an invitation, which the candidate completes before sending. */
export function invitationBody(
  item: Pick<Appointment, 'title' | 'start' | 'end' | 'allDay' | 'place'>
): string {
  const place = item.place ? `\nLieu\u00a0: ${item.place}` : '';
  return `Bonjour,\n\nLe rendez-vous «\u00a0${item.title}\u00a0» est fixé\u00a0: ${whenOf(item)}.${place}\n\n`;
}
