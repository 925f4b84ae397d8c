import { parseStory, storyIso } from '../../kernel/story-time';
import type { Scene } from '../../scene/scene';
import type { AgendaState } from './model';

const iso = (text: string): string => storyIso(parseStory(text) ?? 0);

/** The shared agenda as the candidate finds it, on the week of the story. */
export function openAgenda(scene: Scene): AgendaState {
  const { calendars, appointments } = scene.agenda;
  return {
    calendars,
    appointments: Object.fromEntries(
      appointments.map(({ id, title, calendars: concerned, start, end, allDay, place, note, fixed }) => [
        id,
        {
          id,
          title,
          calendars: concerned,
          start: iso(start),
          end: iso(end),
          allDay: allDay ?? false,
          place: place ?? '',
          note: note ?? '',
          fixed: fixed ?? false
        }
      ])
    ),
    view: { mode: 'week', day: iso(scene.storyStart).slice(0, 10) },
    hidden: [],
    selected: null
  };
}
