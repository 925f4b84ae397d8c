import { formatHour } from '../../kernel/format-fr';
import { parseStory, type StoryMs } from '../../kernel/story-time';
import type { AgendaChange } from '../../log/script-world';
import type { AgendaDecor } from '../../scene/scene';

/** A stretch of the shared agenda in which somebody is taken. Story instants. */
export interface BusyTime {
  readonly id: string;
  readonly calendars: readonly string[];
  readonly start: StoryMs;
  /** Not included. */
  readonly end: StoryMs;
  readonly allDay: boolean;
}

const DAY_MS = 86_400_000;
const dayOf = (at: StoryMs): StoryMs => at - (at % DAY_MS);
const story = (text: string): StoryMs => parseStory(text) ?? 0;

/** The agenda of the decor as stretches of time: a whole day lasts until its midnight. */
export const busyTimes = ({ appointments }: AgendaDecor): readonly BusyTime[] =>
  appointments.map(({ id, calendars, start, end, allDay = false }) => ({
    id,
    calendars,
    allDay,
    start: allDay ? dayOf(story(start)) : story(start),
    end: allDay ? dayOf(story(end)) + DAY_MS : story(end)
  }));

/** The stretches after a change that a colleague made. */
export function changeBusy(busy: readonly BusyTime[], change: AgendaChange): readonly BusyTime[] {
  const others = busy.filter(({ id }) => id !== change.appointment);
  if (change.do === 'cancel') return others;
  const before = busy.find(({ id }) => id === change.appointment);
  if (change.do === 'move' && !before) return busy;
  return [
    ...others,
    {
      id: change.appointment,
      calendars: change.calendars ?? before?.calendars ?? [],
      start: story(change.start),
      end: story(change.end),
      allDay: false
    }
  ];
}

export interface Presence {
  readonly free: boolean;
  /** `Disponible`, `En rendez-vous jusqu’à 16 h`, `Indisponible aujourd’hui`. */
  readonly words: string;
}

/** Whether a person is free at a story instant, by their own calendars; somebody without a calendar is. */
export function presenceOf(
  person: string,
  agenda: AgendaDecor,
  busy: readonly BusyTime[],
  now: StoryMs
): Presence {
  const own = agenda.calendars.filter((calendar) => calendar.kind === 'person' && calendar.person === person);
  const taken = busy.filter(
    ({ calendars, start, end }) =>
      start <= now && now < end && own.some((calendar) => calendars.includes(calendar.id))
  );
  if (taken.length === 0) return { free: true, words: 'Disponible' };
  if (taken.some(({ allDay }) => allDay)) return { free: false, words: 'Indisponible aujourd’hui' };
  const until = Math.max(...taken.map(({ end }) => end));
  return {
    free: false,
    words: dayOf(until) === dayOf(now) ? `En rendez-vous jusqu’à ${formatHour(until)}` : 'En rendez-vous'
  };
}
