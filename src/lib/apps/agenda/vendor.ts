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
import { formatHour } from '../../kernel/format-fr';
import type { Shift } from './draft';
import type { AgendaMode } from './model';

/** What the grid asks of the window. Instants are story instants, `2026-03-18T14:00`. */
export interface GridHost {
  readonly readOnly: boolean;
  /** A stretch of the grid is chosen, to make an appointment. */
  chosen(start: string, end: string, allDay: boolean): void;
  /** An appointment is clicked, or Enter is pressed on it. */
  opened(id: string): void;
  /** An appointment has been dragged or resized; `revert` puts it back where it was. */
  moved(id: string, start: string, end: string, allDay: boolean, revert: () => void): void;
  /** The keyboard moves or stretches the appointment that has the focus. */
  nudged(id: string, shift: Shift): void;
  removed(id: string): void;
  /** The story's own instant, for the line of the present hour. */
  now(): string;
}

export interface GridItem {
  readonly id: string;
  readonly title: string;
  /** People and rooms concerned. */
  readonly names: string;
  /** What is wrong with it, in words: a room booked twice. */
  readonly warning: string;
  /** Open in the form. */
  readonly selected: boolean;
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
  readonly #element: HTMLElement;

  constructor(element: HTMLElement, host: GridHost, view: { mode: AgendaMode; day: string }) {
    this.#element = element;
    const moved = (event: EventApi, revert: () => void) =>
      host.moved(event.id, ...stretchOf(event), event.allDay, revert);
    element.addEventListener('keydown', (event) => pressed(event, host));
    this.#calendar = new Calendar(element, {
      plugins: [dayGrid, timeGrid, interaction, theme],
      locale: french,
      timeZone: 'UTC',
      initialView: VIEWS[view.mode],
      initialDate: view.day,
      headerToolbar: false,
      height: '100%',
      expandRows: true,
      firstDay: 1,
      hiddenDays: [0],
      ...DAY_HOURS,
      scrollTime: '08:00',
      slotDuration: '00:30',
      slotEventOverlap: false,
      allDayText: 'Journée',
      now: () => host.now(),
      nowIndicator: true,
      dayMaxEvents: true,
      eventDisplay: 'block',
      selectable: !host.readOnly,
      selectMirror: true,
      editable: !host.readOnly,
      eventInteractive: true,
      slotHeaderContent: ({ date }) => formatHour(date.getTime()),
      eventContent: ({ event, view: { type } }) => ({ domNodes: contentOf(event, type === VIEWS.month) }),
      eventDidMount: ({ event, el }) => {
        el.dataset.appointment = event.id;
        const { owner } = event.extendedProps as { owner: string };
        el.title = contentOf(event, false)
          .map(({ textContent }) => textContent)
          .join('\n');
        el.style.setProperty('--owner', owner);
      },
      select: ({ startStr, endStr, allDay }) => host.chosen(minute(startStr), minute(endStr), allDay),
      eventClick: ({ event }) => host.opened(event.id),
      eventDrop: ({ event, revert }) => moved(event, revert),
      eventResize: ({ event, revert }) => moved(event, revert)
    });
    this.#calendar.render();
  }

  /** Draws these appointments in the place of those it had. */
  show(items: readonly GridItem[]): void {
    const focused = this.#focused();
    this.#calendar.batchRendering(() => {
      this.#calendar.removeAllEvents();
      for (const item of items) this.#calendar.addEvent(inputOf(item));
      // Nothing stays out of sight for being early, late or on a Sunday.
      const timed = items.filter(
        ({ allDay, start, end }) => !allDay && start.slice(0, 10) === end.slice(0, 10)
      );
      const first = timed.map(({ start }) => start.slice(11)).sort()[0] ?? DAY_HOURS.slotMinTime;
      const last =
        timed
          .map(({ end }) => end.slice(11))
          .sort()
          .at(-1) ?? DAY_HOURS.slotMaxTime;
      const { slotMinTime, slotMaxTime } = DAY_HOURS;
      this.#calendar.setOption('slotMinTime', first < slotMinTime ? `${first.slice(0, 2)}:00` : slotMinTime);
      this.#calendar.setOption('slotMaxTime', last > slotMaxTime ? '24:00' : slotMaxTime);
      const sunday = items.some(({ start, end }) => isSunday(start) || isSunday(end));
      this.#calendar.setOption('hiddenDays', sunday ? [] : [0]);
    });
    if (focused) this.focus(focused);
  }

  #focused(): string | null {
    const { activeElement } = document;
    if (!(activeElement instanceof HTMLElement) || !this.#element.contains(activeElement)) return null;
    return activeElement.dataset.appointment ?? null;
  }

  /** Gives the keyboard to an appointment, once it is drawn. */
  focus(id: string): void {
    requestAnimationFrame(() => {
      const found = [...this.#element.querySelectorAll<HTMLElement>('[data-appointment]')];
      found.find(({ dataset }) => dataset.appointment === id)?.focus();
    });
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

/** Hours always shown. */
const DAY_HOURS = { slotMinTime: '07:00', slotMaxTime: '20:00' };
/** An hour or more: its column is tall enough to be written along. */
const isLong = (start: string, end: string): boolean =>
  Date.parse(`${end}Z`) - Date.parse(`${start}Z`) >= 3_600_000;
const isSunday = (iso: string): boolean => new Date(`${iso.slice(0, 10)}T00:00Z`).getUTCDay() === 0;

function inputOf({ id, title, start, end, allDay, editable, color, ...shown }: GridItem): EventInput {
  return {
    id,
    title,
    start,
    allDay,
    editable,
    end: allDay ? nextDay(end) : end,
    color: `color-mix(in srgb, ${color} 14%, white)`,
    contrastColor: 'var(--ink)',
    className: [
      'agenda-event',
      shown.selected && 'agenda-selected',
      shown.warning && 'agenda-warned',
      !allDay && isLong(start, end) && 'agenda-long'
    ]
      .filter(Boolean)
      .join(' '),
    extendedProps: { ...shown, owner: color }
  };
}

function line(className: string, text: string): HTMLElement {
  const element = document.createElement('span');
  element.className = className;
  element.textContent = text;
  return element;
}

/** The words of an appointment: hour, title, who and where, what is wrong. */
function contentOf(event: EventApi, short: boolean): HTMLElement[] {
  const { names, warning } = event.extendedProps as { names?: string; warning?: string };
  const { start, end } = event;
  const from = event.allDay || !start ? '' : formatHour(start.getTime());
  const hours = from && end && !short ? `${from} – ${formatHour(end.getTime())}` : from;
  const title = line('agenda-title', event.title || 'Nouveau rendez-vous');
  const when = hours ? [line('agenda-hours', hours)] : [];
  if (short) {
    const both = line('agenda-short', '');
    both.append(...when, ' ', title);
    return [both];
  }
  return [
    title,
    ...when,
    ...(warning ? [line('agenda-warning', warning)] : []),
    ...(names ? [line('agenda-names', names)] : [])
  ];
}

const ARROWS: Readonly<Record<string, Shift>> = {
  ArrowLeft: { days: -1 },
  ArrowRight: { days: 1 },
  ArrowUp: { start: -30, end: -30 },
  ArrowDown: { start: 30, end: 30 }
};

/** Alt and arrows move the appointment, with Shift they stretch it, Delete removes it. */
function pressed(event: KeyboardEvent, host: GridHost): void {
  const target = (event.target as HTMLElement).closest<HTMLElement>('[data-appointment]');
  const id = target?.dataset.appointment;
  if (!id || host.readOnly) return;
  const arrow = event.altKey ? ARROWS[event.key] : undefined;
  if (arrow && event.shiftKey && arrow.end !== undefined) host.nudged(id, { end: arrow.end });
  else if (arrow && !event.shiftKey) host.nudged(id, arrow);
  else if (event.key === 'Delete') host.removed(id);
  else return;
  event.preventDefault();
  event.stopPropagation();
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
