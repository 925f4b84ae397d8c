import { parseStory, storyIso } from '../../kernel/story-time';
import type { AgendaChange } from '../../log/script-world';
import type { AgendaState, Appointment } from './model';

const iso = (instant: string): string => storyIso(parseStory(instant) ?? 0);

/** What a colleague did to the shared agenda, their own fixed appointments included. */
export function changedByColleague(state: AgendaState, change: AgendaChange): AgendaState {
  const put = (appointment: Appointment): AgendaState => ({
    ...state,
    appointments: { ...state.appointments, [appointment.id]: appointment }
  });
  if (change.do === 'add') {
    const { appointment: id, title, calendars, place = '', note = '', fixed = false } = change;
    const stretch = { start: iso(change.start), end: iso(change.end) };
    return put({ id, title, calendars, ...stretch, allDay: false, place, note, fixed });
  }
  const before = state.appointments[change.appointment];
  if (!before) return state;
  if (change.do === 'move')
    return put({
      ...before,
      start: iso(change.start),
      end: iso(change.end),
      calendars: change.calendars ?? before.calendars
    });
  const { [before.id]: _cancelled, ...rest } = state.appointments;
  return { ...state, appointments: rest, selected: state.selected === before.id ? null : state.selected };
}
