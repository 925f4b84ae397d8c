import * as v from 'valibot';
import { defineEvent } from '../../log/event-definition';

const note = v.pipe(v.string(), v.minLength(1), v.maxLength(80));
/** Longest note, in characters. */
export const MAX_NOTE = 50_000;
const place = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(MAX_NOTE));

export const noteCreated = defineEvent('notes.created', 'candidate', v.object({ note }));
/** The text changes: one replacement, as small as it can be. */
export const noteEdited = defineEvent(
  'notes.edited',
  'candidate',
  v.object({
    note,
    at: place,
    remove: place,
    insert: v.pipe(v.string(), v.maxLength(MAX_NOTE))
  })
);
export const noteDeleted = defineEvent('notes.deleted', 'candidate', v.object({ note }));
/** A note is shown at the right (`null`: none). */
export const noteOpened = defineEvent('notes.opened', 'candidate', v.object({ note: v.nullable(note) }));
