import * as v from 'valibot';
import { appointmentChanged, appointmentCreated, appointmentDeleted } from '../../desk/agenda/appointments';
import { defineEvent, type EventDefinition } from '../../log/event-definition';

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(80));
const day = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/));

export { appointmentChanged, appointmentCreated, appointmentDeleted };
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
