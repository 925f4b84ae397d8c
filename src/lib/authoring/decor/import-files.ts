import { listIn, mapIn, textIn } from '../document/loose';
import { calendarsOf } from '../forms/decor-options';
import type { FormAt } from '../forms/form-at';
import { idOf, type Imported } from './import-rows';
import type { CalendarEvent } from './read-calendar';
import type { MailFile } from './read-mail';

const whole = (rows: Imported['rows']): Imported => ({
  rows,
  unknown: [],
  missing: [],
  doubles: [],
  faults: []
});

/** Appointments of a file as rows, in the first calendar of the decor: their author then says whose they are. */
export function calendarRows(
  form: FormAt,
  events: readonly CalendarEvent[],
  taken: readonly string[]
): Imported {
  const calendar = calendarsOf(form.draft)[0]?.value ?? '';
  const ids = [...taken];
  return whole(
    events.map(({ title, start, end, place }) => {
      const id = idOf(title, ids);
      ids.push(id);
      const row = {
        titre: title,
        calendriers: [calendar],
        debut: start,
        fin: end,
        ...(place && { lieu: place })
      };
      return { id, row };
    })
  );
}

/** Mails as rows; their sender is the person of that address, or the first one when nobody has it. */
export function mailRow(form: FormAt, mails: readonly MailFile[], taken: readonly string[]): Imported {
  const people = Object.entries(mapIn(form.draft.source?.['personnes']));
  const story = textIn(form.draft.source?.['debut_fictif']);
  const ids = [...taken];
  return whole(
    mails.map(({ from, subject, text, at }) => {
      const id = idOf(subject, ids);
      ids.push(id);
      const sender = people.find(([, person]) => textIn(mapIn(person)['courriel']).toLowerCase() === from);
      const first = listIn(people[0])[0];
      const row = { de: sender?.[0] ?? textIn(first), objet: subject, corps: text, le: at ?? story };
      return { id, row };
    })
  );
}
