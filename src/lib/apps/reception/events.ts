import * as v from 'valibot';
import { slipFields } from '../../desk/talk/slip';
import { defineEvent, type EventDefinition } from '../../log/event-definition';

/** What a candidate does at the reception desk. What visitors do is in `log/script-world.ts`. */
const id = v.pipe(v.string(), v.minLength(1), v.maxLength(80));
const line = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(300));
const short = v.pipe(v.string(), v.trim(), v.maxLength(200));
/** `08:42`, of the story's day. */
const hour = v.pipe(v.string(), v.regex(/^([01]\d|2[0-3]):[0-5]\d$/));
const visit = v.object({ visit: id });

/** Somebody who waits is asked to come, or taken back after having been asked to wait. */
export const visitorReceived = defineEvent('reception.received', 'candidate', visit);
/** The visitor is asked to take a seat. */
export const visitorHeld = defineEvent('reception.held', 'candidate', visit);
/** One of the offered answers is said; `k` is its number, `label` its words as they were on screen. */
export const answerChosen = defineEvent(
  'reception.chose',
  'candidate',
  v.object({ visit: id, k: v.pipe(v.number(), v.integer()), label: line })
);
export const lineSpoken = defineEvent('reception.spoke', 'candidate', v.object({ visit: id, text: line }));
/** A line of the visitors' register, new or corrected (same `line`). */
export const visitorRegistered = defineEvent(
  'reception.registered',
  'candidate',
  v.object({
    line: id,
    /** Absent for somebody written down without being received here. */
    visit: v.optional(id),
    name: line,
    organisation: short,
    purpose: line,
    /** Scene person visited; empty for nobody in particular. */
    host: v.pipe(v.string(), v.maxLength(80)),
    /** An identity document was shown. */
    identity: v.boolean(),
    badge: short,
    arrival: hour
  })
);
/** A visitor of the register has left; `badgeReturned` says whether the badge came back. */
export const departureNoted = defineEvent(
  'reception.departure-noted',
  'candidate',
  v.object({ line: id, departure: hour, badgeReturned: v.boolean() })
);
/** A colleague is told that somebody is there. */
export const colleagueTold = defineEvent(
  'reception.colleague-told',
  'candidate',
  v.object({ visit: id, person: id })
);
/** A message slip is taken for somebody who is not there. */
export const slipWritten = defineEvent(
  'reception.slip-written',
  'candidate',
  v.object({ ...slipFields, visit: id })
);
/** « Prendre congé ». */
export const visitorDismissed = defineEvent('reception.dismissed', 'candidate', visit);
/** The tab shown, so that a replay shows what was on the screen. */
export const viewChosen = defineEvent(
  'reception.view-chosen',
  'candidate',
  v.object({ view: v.picklist(['visitors', 'register', 'slips']) })
);

export const receptionEvents = [
  visitorReceived,
  visitorHeld,
  answerChosen,
  lineSpoken,
  visitorRegistered,
  departureNoted,
  colleagueTold,
  slipWritten,
  visitorDismissed,
  viewChosen
] as unknown as readonly EventDefinition[];
