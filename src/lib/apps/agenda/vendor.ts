import { Calendar, type EventApi, type EventInput } from 'fullcalendar';
import dayGrid from 'fullcalendar/daygrid';
import interaction from 'fullcalendar/interaction';
import french from 'fullcalendar/locales/fr';
import theme from 'fullcalendar/themes/classic';
import timeGrid from 'fullcalendar/timegrid';
import 'fullcalendar/skeleton.css';
import 'fullcalendar/themes/classic/theme.css';
import 'fullcalendar/themes/classic/palette.css';
import './calendar.css';
import type { AgendaMode } from './model';

/** What the grid asks of the window. Instants are story instants, `2026-03-18T14:00`. */
export interface GridHost {
  readonly readOnly: boolean;
  /** A stretch of the grid is chosen, to make an appointment. */
  chosen(start: string, end: string, allDay: boolean): void;
  /** An appointment is clicked, or Enter is pressed on it. */
  opened(id: string): void;
  /** An appointment has been dragged or resized. */
  moved(id: string, start: string, end: string, allDay: boolean): void;
}

export interface GridItem {
  readonly id: string;
  readonly title: string;
  readonly start: string;
  readonly end: string;
  readonly allDay: boolean;
  readonly editable: boolean;
  readonly color: string;
}

const VIEWS: Readonly<Record<AgendaMode, string>> = {
  day: 'timeGridDay',
  week: 'timeGridWeek',
  month: 'dayGridMonth'
};

/** The calendar grid: FullCalendar in French, on story time (which has no time zone, hence UTC inside). */
export class CalendarGrid {
  readonly #calendar: Calendar;

  constructor(element: HTMLElement, host: GridHost, view: { mode: AgendaMode; day: string }) {
    const moved = (event: EventApi) => host.moved(event.id, ...stretchOf(event), event.allDay);
    this.#calendar = new Calendar(element, {
      plugins: [dayGrid, timeGrid, interaction, theme],
      locale: french,
      timeZone: 'UTC',
      initialView: VIEWS[view.mode],
      initialDate: view.day,
      headerToolbar: false,
      height: '100%',
      firstDay: 1,
      hiddenDays: [0],
      slotMinTime: '07:00',
      slotMaxTime: '20:00',
      scrollTime: '08:00',
      slotDuration: '00:30',
      slotEventOverlap: false,
      allDayText: 'Journée',
      nowIndicator: false,
      dayMaxEvents: true,
      selectable: !host.readOnly,
      selectMirror: true,
      editable: !host.readOnly,
      eventInteractive: true,
      eventClass: 'agenda-event',
      slotHeaderFormat: { hour: '2-digit', minute: '2-digit' },
      select: ({ startStr, endStr, allDay }) => host.chosen(minute(startStr), minute(endStr), allDay),
      eventClick: ({ event }) => host.opened(event.id),
      eventDrop: ({ event }) => moved(event),
      eventResize: ({ event }) => moved(event)
    });
    this.#calendar.render();
  }

  /** Draws these appointments in the place of those it had. */
  show(items: readonly GridItem[]): void {
    this.#calendar.removeAllEvents();
    for (const { id, title, start, end, allDay, editable, color } of items) {
      const input: EventInput = {
        id,
        title,
        start,
        allDay,
        editable,
        color,
        end: allDay ? nextDay(end) : end
      };
      this.#calendar.addEvent(input);
    }
  }

  go(mode: AgendaMode, day: string): void {
    this.#calendar.changeView(VIEWS[mode], day);
  }

  unselect(): void {
    this.#calendar.unselect();
  }

  destroy(): void {
    this.#calendar.destroy();
  }
}

const minute = (text: string): string => (text.length > 10 ? text.slice(0, 16) : `${text}T00:00`);
const day = (text: string, by: number): string =>
  new Date(Date.UTC(Number(text.slice(0, 4)), Number(text.slice(5, 7)) - 1, Number(text.slice(8, 10)) + by))
    .toISOString()
    .slice(0, 10);
/** The grid's whole days end on the next morning; the agenda's end on their last minute. */
const nextDay = (end: string): string => day(end, 1);

function stretchOf(event: EventApi): [start: string, end: string] {
  if (!event.allDay) {
    const start = minute(event.startStr);
    return [start, event.endStr ? minute(event.endStr) : `${start.slice(0, 11)}${addHour(start.slice(11))}`];
  }
  const last = event.endStr ? day(event.endStr, -1) : event.startStr.slice(0, 10);
  return [`${event.startStr.slice(0, 10)}T00:00`, `${last}T23:59`];
}

const addHour = (hour: string): string =>
  `${String(Math.min(23, Number(hour.slice(0, 2)) + 1)).padStart(2, '0')}:${hour.slice(3)}`;
