import * as v from 'valibot';
import { parseStory, storyIso } from '../../kernel/story-time';
import type { DeskEvent } from '../../log/entry';
import { defineEvent } from '../../log/event-definition';
import { agendaChanged, type AgendaChange } from '../../log/script-world';
import type { AgendaDecor } from '../../scene/scene';

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
/** The shared agenda: its appointments, by their identifier. */
export type Appointments = Readonly<Record<string, Appointment>>;

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(80));
const instant = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/));

/** An appointment as a whole; `start` and `end` are story instants `2026-03-18T14:00`, `end` after `start`. */
const appointment = v.object({
  appointment: id,
  title: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200)),
  /** Calendars of the people and of the room concerned. */
  calendars: v.pipe(v.array(id), v.minLength(1), v.maxLength(40)),
  start: instant,
  end: instant,
  allDay: v.boolean(),
  place: v.pipe(v.string(), v.maxLength(200)),
  note: v.pipe(v.string(), v.maxLength(4000))
});

export const appointmentCreated = defineEvent('agenda.appointment-created', 'candidate', appointment);
/** Moved, resized or edited: the whole of its new values. */
export const appointmentChanged = defineEvent('agenda.appointment-changed', 'candidate', appointment);
export const appointmentDeleted = defineEvent(
  'agenda.appointment-deleted',
  'candidate',
  v.object({ appointment: id })
);

const iso = (text: string): string => storyIso(parseStory(text) ?? 0);

/** The shared agenda as the candidate finds it. */
export const openAppointments = ({ appointments }: AgendaDecor): Appointments =>
  Object.fromEntries(
    appointments.map((item) => {
      const { allDay = false, place = '', note = '', fixed = false } = item;
      const stretch = { start: iso(item.start), end: iso(item.end) };
      const { id, title, calendars } = item;
      return [id, { id, title, calendars, ...stretch, allDay, place, note, fixed }];
    })
  );

/**
 * The shared agenda after an event: what the candidate did (never to what is fixed), or a colleague, to their own fixed
 * appointments too. The same object when nothing changed. Any application may follow it.
 */
export function foldAppointments(appointments: Appointments, event: DeskEvent): Appointments {
  if (appointmentCreated.is(event)) {
    const { appointment: id, ...values } = event.d;
    return { ...appointments, [id]: { id, ...values, fixed: false } };
  }
  if (appointmentChanged.is(event)) {
    const { appointment: id, ...values } = event.d;
    const before = appointments[id];
    return !before || before.fixed ? appointments : { ...appointments, [id]: { ...before, ...values } };
  }
  if (appointmentDeleted.is(event)) {
    const { [event.d.appointment]: removed, ...rest } = appointments;
    return !removed || removed.fixed ? appointments : rest;
  }
  if (agendaChanged.is(event)) return changedByColleague(appointments, event.d.change);
  return appointments;
}

function changedByColleague(appointments: Appointments, change: AgendaChange): Appointments {
  if (change.do === 'add') {
    const { appointment: id, title, calendars, place = '', note = '', fixed = false } = change;
    const stretch = { start: iso(change.start), end: iso(change.end) };
    return {
      ...appointments,
      [id]: { id, title, calendars, ...stretch, allDay: false, place, note, fixed }
    };
  }
  const before = appointments[change.appointment];
  if (!before) return appointments;
  if (change.do === 'cancel') {
    const { [before.id]: _cancelled, ...rest } = appointments;
    return rest;
  }
  const { start, end, calendars = before.calendars } = change;
  return { ...appointments, [before.id]: { ...before, start: iso(start), end: iso(end), calendars } };
}
