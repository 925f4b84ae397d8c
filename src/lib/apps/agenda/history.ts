import type { DeskEvent, Gesture } from '../../log/entry';
import * as events from './events';
import type { AgendaState, Appointment } from './model';

const valuesOf = ({ id, fixed: _, calendars, ...values }: Appointment) => ({
  appointment: id,
  calendars: [...calendars],
  ...values
});

/** The gesture that puts an appointment back as it was before `gesture`; `null` when there is nothing to put back. */
export function inverseOf(before: AgendaState, gesture: Gesture): Gesture | null {
  const event: DeskEvent = { ...gesture, by: 'candidate', t: 0 };
  const id = (gesture.d as { appointment?: string | null }).appointment ?? '';
  const kept = before.appointments[id];
  if (events.appointmentCreated.is(event)) return events.appointmentDeleted({ appointment: id });
  if (!kept || kept.fixed) return null;
  if (events.appointmentChanged.is(event)) return events.appointmentChanged(valuesOf(kept));
  return events.appointmentDeleted.is(event) ? events.appointmentCreated(valuesOf(kept)) : null;
}
