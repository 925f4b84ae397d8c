import type { Gesture } from '../../log/entry';
import { parseStory } from '../../kernel/story-time';
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

export type DraftErrors = Partial<Record<'title' | 'calendars' | 'day' | 'to', string>>;

const instant = (day: string, hour: string): number | null => parseStory(`${day} ${hour}`);

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
