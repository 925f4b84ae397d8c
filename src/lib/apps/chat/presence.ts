import type { Appointments } from '../../desk/agenda/appointments';
import { formatHour } from '../../kernel/format-fr';
import { parseStory, type StoryMs } from '../../kernel/story-time';
import type { AgendaDecor } from '../../scene/scene';

const DAY_MS = 86_400_000;
const dayOf = (at: StoryMs): StoryMs => at - (at % DAY_MS);
const story = (text: string): StoryMs => parseStory(text) ?? 0;

export interface Presence {
  readonly free: boolean;
  /** `Disponible`, `En rendez-vous jusqu’à 16 h`, `Indisponible aujourd’hui`. */
  readonly words: string;
}

/** Whether a person is free at a story instant, by their own calendars; somebody without a calendar is. */
export function presenceOf(
  person: string,
  { calendars }: AgendaDecor,
  appointments: Appointments,
  now: StoryMs
): Presence {
  const own = calendars.filter((calendar) => calendar.kind === 'person' && calendar.person === person);
  const taken = Object.values(appointments)
    .filter((item) => own.some(({ id }) => item.calendars.includes(id)))
    // A whole day lasts until its midnight.
    .map(({ start, end, allDay }) => ({
      allDay,
      start: allDay ? dayOf(story(start)) : story(start),
      end: allDay ? dayOf(story(end)) + DAY_MS : story(end)
    }))
    .filter(({ start, end }) => start <= now && now < end);
  if (taken.length === 0) return { free: true, words: 'Disponible' };
  if (taken.some(({ allDay }) => allDay)) return { free: false, words: 'Indisponible aujourd’hui' };
  const until = Math.max(...taken.map(({ end }) => end));
  return {
    free: false,
    words: dayOf(until) === dayOf(now) ? `En rendez-vous jusqu’à ${formatHour(until)}` : 'En rendez-vous'
  };
}
