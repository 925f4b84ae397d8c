import type { AppModel } from '../../desk/app-model';
import { agendaChanged } from '../../log/script-world';
import type { AgendaDecor } from '../../scene/scene';
import { changedByColleague } from './colleague';
import * as events from './events';
import { openAgenda } from './seed';

export type AgendaCalendar = AgendaDecor['calendars'][number];

/** An appointment of one or more calendars. Story instants, `2026-03-18T14:00`. */
export interface Appointment {
  readonly id: string;
  readonly title: string;
  readonly calendars: readonly string[];
  readonly start: string;
  readonly end: string;
  readonly allDay: boolean;
  readonly place: string;
  readonly note: string;
  /** Only its owner may change it (leave, site visit, a booking of somebody else). */
  readonly fixed: boolean;
}

export type AgendaMode = 'day' | 'week' | 'month';

export interface AgendaState {
  readonly calendars: readonly AgendaCalendar[];
  readonly appointments: Readonly<Record<string, Appointment>>;
  readonly view: { readonly mode: AgendaMode; readonly day: string };
  /** Calendars that are not shown. */
  readonly hidden: readonly string[];
  readonly selected: string | null;
}

export const agendaModel: AppModel<AgendaState> = {
  id: 'agenda',
  events: events.agendaEvents,
  open: openAgenda,
  reduce(state, event) {
    if (events.appointmentCreated.is(event)) {
      const { appointment: id, ...values } = event.d;
      return { ...state, appointments: { ...state.appointments, [id]: { id, ...values, fixed: false } } };
    }
    if (events.appointmentChanged.is(event)) {
      const { appointment: id, ...values } = event.d;
      const before = state.appointments[id];
      if (!before || before.fixed) return state;
      return { ...state, appointments: { ...state.appointments, [id]: { ...before, ...values } } };
    }
    if (events.appointmentDeleted.is(event)) {
      const { [event.d.appointment]: removed, ...rest } = state.appointments;
      if (!removed || removed.fixed) return state;
      return {
        ...state,
        appointments: rest,
        selected: state.selected === removed.id ? null : state.selected
      };
    }
    if (agendaChanged.is(event)) return changedByColleague(state, event.d.change);
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
