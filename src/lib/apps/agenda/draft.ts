import type { Gesture } from '../../log/entry';
import { parseStory, storyIso } from '../../kernel/story-time';
import { appointmentChanged, appointmentCreated } from './events';
import type { Appointment } from './model';

/** An appointment while its form is open: what the fields hold. `id` is `null` for a new one. */
export interface AppointmentDraft {
  readonly id: string | null;
  readonly title: string;
  readonly calendars: readonly string[];
  /** `2026-03-18` */
  readonly day: string;
  /** `14:00` */
  readonly from: string;
  readonly to: string;
  readonly endDay: string;
  readonly allDay: boolean;
  readonly place: string;
  readonly note: string;
}

export const draftOf = (item: Appointment): AppointmentDraft => ({
  id: item.id,
  title: item.title,
  calendars: item.calendars,
  day: item.start.slice(0, 10),
  from: item.start.slice(11),
  endDay: item.end.slice(0, 10),
  to: item.end.slice(11),
  allDay: item.allDay,
  place: item.place,
  note: item.note
});

const instant = (day: string, hour: string): number | null => parseStory(`${day} ${hour}`);
const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** How far an appointment goes: whole days, and minutes of its start and of its end. */
export interface Shift {
  readonly days?: number;
  readonly start?: number;
  readonly end?: number;
}

/** The draft moved or stretched. Null when its end would not come after its start. */
export function shifted(
  draft: AppointmentDraft,
  { days = 0, start = 0, end = 0 }: Shift
): AppointmentDraft | null {
  const from = instant(draft.day, draft.from);
  const to = instant(draft.endDay, draft.to);
  if (from === null || to === null) return null;
  const minutes = draft.allDay ? 0 : MINUTE_MS;
  const [newFrom, newTo] = [from + days * DAY_MS + start * minutes, to + days * DAY_MS + end * minutes];
  if (newTo <= newFrom) return null;
  const [first, last] = [storyIso(newFrom), storyIso(newTo)];
  return {
    ...draft,
    day: first.slice(0, 10),
    from: first.slice(11, 16),
    endDay: last.slice(0, 10),
    to: last.slice(11, 16)
  };
}

/** The draft from another start, as long as it was. What the fields hold when they are no instant yet. */
export function startingAt(draft: AppointmentDraft, day: string, from: string): AppointmentDraft {
  const before = instant(draft.day, draft.from);
  const after = instant(day, from);
  const moved =
    before === null || after === null
      ? null
      : shifted(draft, { start: (after - before) / MINUTE_MS, end: (after - before) / MINUTE_MS });
  if (!moved || draft.allDay) {
    return {
      ...draft,
      day,
      from,
      endDay: draft.endDay === draft.day || draft.endDay < day ? day : draft.endDay
    };
  }
  return moved;
}

export type DraftErrors = Partial<Record<'title' | 'calendars' | 'day' | 'to', string>>;

/** What is missing or wrong, field by field, in French. Empty when the draft can be saved. */
export function draftErrors(draft: AppointmentDraft): DraftErrors {
  const start = instant(draft.day, draft.allDay ? '00:00' : draft.from);
  const end = instant(draft.endDay, draft.allDay ? '23:59' : draft.to);
  return {
    ...(!draft.title.trim() && { title: 'Donnez un titre au rendez-vous.' }),
    ...(draft.calendars.length === 0 && { calendars: 'Choisissez au moins une personne ou une salle.' }),
    ...(start === null && { day: 'Indiquez une date et une heure valables.' }),
    ...((end === null || (start !== null && end <= start)) && { to: 'La fin doit venir après le début.' })
  };
}

/** Start and end instants of a draft without errors. */
export const stretchOf = (draft: AppointmentDraft): { start: string; end: string } => ({
  start: `${draft.day}T${draft.allDay ? '00:00' : draft.from}`,
  end: `${draft.endDay}T${draft.allDay ? '23:59' : draft.to}`
});

/** The gesture that saves a draft without errors, under `id`. */
export function saveDraft(draft: AppointmentDraft, id: string): Gesture {
  const values = {
    appointment: id,
    title: draft.title.trim(),
    calendars: [...draft.calendars],
    ...stretchOf(draft),
    allDay: draft.allDay,
    place: draft.place.trim(),
    note: draft.note.trim()
  };
  return draft.id === null ? appointmentCreated(values) : appointmentChanged(values);
}
