import * as v from 'valibot';
import { defineEvent, type EventDefinition } from '../../log/event-definition';

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(80));
const instant = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/));
const day = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/));

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
/** What is on screen: for the replay. */
export const viewSet = defineEvent(
  'agenda.view-set',
  'candidate',
  v.object({ mode: v.picklist(['day', 'week', 'month']), day })
);
export const calendarsHidden = defineEvent(
  'agenda.calendars-hidden',
  'candidate',
  v.object({ hidden: v.array(id) })
);
export const appointmentSelected = defineEvent(
  'agenda.appointment-selected',
  'candidate',
  v.object({ appointment: v.nullable(id) })
);

export const agendaEvents = [
  appointmentCreated,
  appointmentChanged,
  appointmentDeleted,
  viewSet,
  calendarsHidden,
  appointmentSelected
] as unknown as readonly EventDefinition[];
