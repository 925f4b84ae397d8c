import * as v from 'valibot';
import { defineEvent, type EventDefinition } from '../../log/event-definition';

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(80));

/**
 * A deliverable is handed in: `file` is the frozen copy that the jury will read, `origin` the file it was made from.
 * Handing in again does not erase the earlier copy: the last one counts, the others stay in the log.
 */
export const deliverableSubmitted = defineEvent(
  'hand-in.submitted',
  'candidate',
  v.object({
    receipt: id,
    task: id,
    deliverable: id,
    file: id,
    origin: id,
    name: v.pipe(v.string(), v.minLength(1), v.maxLength(200))
  })
);

export const handInEvents = [deliverableSubmitted] as unknown as readonly EventDefinition[];
