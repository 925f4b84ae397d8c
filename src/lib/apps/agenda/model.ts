import {
  foldAppointments,
  openAppointments,
  type Appointment,
  type Appointments
} from '../../desk/agenda/appointments';
import type { AppModel } from '../../desk/app-model';
import { parseStory, storyIso } from '../../kernel/story-time';
import type { AgendaDecor, Scene } from '../../scene/scene';
import * as events from './events';

export type { Appointment } from '../../desk/agenda/appointments';
export type AgendaCalendar = AgendaDecor['calendars'][number];

export type AgendaMode = 'day' | 'week' | 'month';

export interface AgendaState {
  readonly calendars: readonly AgendaCalendar[];
  readonly appointments: Appointments;
  readonly view: { readonly mode: AgendaMode; readonly day: string };
  /** Calendars that are not shown. */
  readonly hidden: readonly string[];
  readonly selected: string | null;
}

/** The shared agenda as the candidate finds it, on the week of the story. */
const openAgenda = ({ agenda, storyStart }: Scene): AgendaState => ({
  calendars: agenda.calendars,
  appointments: openAppointments(agenda),
  view: { mode: 'week', day: storyIso(parseStory(storyStart) ?? 0).slice(0, 10) },
  hidden: [],
  selected: null
});

export const agendaModel: AppModel<AgendaState> = {
  id: 'agenda',
  events: events.agendaEvents,
  open: openAgenda,
  reduce(state, event) {
    const appointments = foldAppointments(state.appointments, event);
    if (appointments !== state.appointments) {
      const gone = state.selected !== null && !appointments[state.selected];
      return { ...state, appointments, selected: gone ? null : state.selected };
    }
    if (events.viewSet.is(event)) return { ...state, view: event.d };
    if (events.calendarsHidden.is(event)) return { ...state, hidden: event.d.hidden };
    if (events.appointmentSelected.is(event)) return { ...state, selected: event.d.appointment };
    return state;
  }
};

/** Rooms booked more than once at the same time: their names, by appointment concerned. */
export function doubleBooked(state: AgendaState): Readonly<Record<string, readonly string[]>> {
  const rooms = state.calendars.filter(({ kind }) => kind === 'room');
  const found: Record<string, string[]> = {};
  for (const { id, name } of rooms) {
    for (const item of Object.values(state.appointments)) {
      if (!item.calendars.includes(id)) continue;
      if (overlapping(state, { ...item, calendars: [id] }).length > 0) (found[item.id] ??= []).push(name);
    }
  }
  return found;
}

/** Other appointments of the same calendars that overlap a stretch of time: people busy, rooms taken. */
export function overlapping(
  state: AgendaState,
  stretch: Pick<Appointment, 'calendars' | 'start' | 'end'> & { readonly id?: string }
): readonly Appointment[] {
  return Object.values(state.appointments).filter(
    (other) =>
      other.id !== stretch.id &&
      other.start < stretch.end &&
      other.end > stretch.start &&
      other.calendars.some((calendar) => stretch.calendars.includes(calendar))
  );
}
