import ICAL from 'ical.js';
import type { Exporter } from '../../desk/app-model';
import type { AgendaState, Appointment } from './model';

const TEXT = new TextEncoder();

function component(item: Appointment, state: AgendaState, domain: string): ICAL.Component {
  const event = new ICAL.Component('vevent');
  const time = (iso: string) => ICAL.Time.fromDateTimeString(`${iso}:00`);
  event.addPropertyWithValue('uid', `${item.id}@${domain}`);
  // A story has no time zone: floating times, as an agenda on the wall would say them. The stamp only has to be constant.
  event.addPropertyWithValue('dtstamp', ICAL.Time.fromDateTimeString('2026-01-01T00:00:00Z'));
  event.addPropertyWithValue(
    'dtstart',
    item.allDay ? ICAL.Time.fromDateString(item.start.slice(0, 10)) : time(item.start)
  );
  const end = item.allDay ? ICAL.Time.fromDateString(item.end.slice(0, 10)) : time(item.end);
  // The end of a whole day is the next morning (RFC 5545, 3.6.1).
  if (item.allDay) end.addDuration(ICAL.Duration.fromSeconds(86_400));
  event.addPropertyWithValue('dtend', end);
  event.addPropertyWithValue('summary', item.title);
  if (item.place) event.addPropertyWithValue('location', item.place);
  if (item.note) event.addPropertyWithValue('description', item.note);
  const names = state.calendars.filter(({ id }) => item.calendars.includes(id)).map(({ name }) => name);
  event.addPropertyWithValue('categories', names.join(','));
  return event;
}

/** The whole shared agenda as one `.ics`, appointments in order of their start. */
export const agendaExporter: Exporter = {
  app: 'agenda',
  exportAll(desk) {
    const state = desk.state<AgendaState>('agenda');
    const calendar = new ICAL.Component('vcalendar');
    calendar.addPropertyWithValue('prodid', '-//Plateau//Agenda//FR');
    calendar.addPropertyWithValue('version', '2.0');
    const domain = desk.scene.post.email.split('@')[1] ?? 'plateau.example';
    const items = Object.values(state.appointments).sort(
      (a, b) => a.start.localeCompare(b.start) || a.id.localeCompare(b.id)
    );
    for (const item of items) calendar.addSubcomponent(component(item, state, domain));
    return Promise.resolve([
      { name: 'Agenda.ics', mediaType: 'text/calendar', bytes: TEXT.encode(calendar.toString()) }
    ]);
  }
};
