import * as v from 'valibot';
import { defineEvent, type EventDefinition } from '../log/event-definition';

/** What the engine and its operators write in a log, beside the gestures and the effects of `log/script-events.ts`. None reaches a candidate. */
const id = v.pipe(v.string(), v.minLength(1), v.maxLength(300));
const ms = v.pipe(v.number(), v.integer(), v.minValue(0));
const positive = v.pipe(v.number(), v.integer(), v.minValue(1));
const cause = v.pipe(v.string(), v.minLength(1), v.maxLength(500));
const nothing = v.object({});
/** Name of the proctor or session head who acted; absent when the server did. */
const who = v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(120)));

/**
 * First entry of a sitting. `rate` is exam ms per wall ms as a fraction: 1/1, or 3/4 with third-time; a rehearsal multiplies
 * it by its `pace`, which an exam does not have.
 */
export const sittingOpened = defineEvent(
  'sitting.opened',
  'system',
  v.object({
    scenario: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
    engine: id,
    seed: id,
    rate: v.object({ num: positive, den: positive }),
    pace: v.optional(positive),
    endMs: positive
  })
);
export const identityConfirmed = defineEvent('identity.confirmed', 'candidate', nothing);
/** The candidate has finished the prise en main and waits for the start. */
export const familiarisationFinished = defineEvent('familiarisation.finished', 'candidate', nothing);
/** Not ready after all: the candidate goes on with the prise en main. Says nothing once the exam has started. */
export const familiarisationResumed = defineEvent('familiarisation.resumed', 'candidate', nothing);
/**
 * The exam begins. `lateMs` is the exam time that has gone by for whoever enters after the others: their end is not moved
 * (responsabledesession.fr/faq), and what has come meanwhile is there.
 */
export const clockStarted = defineEvent(
  'clock.started',
  'proctor',
  v.object({ who, lateMs: v.optional(ms) })
);
/** Usually the proctor's; the server writes it as `system` when nobody could work, dated at the last heartbeat. */
export const clockPaused = defineEvent('clock.paused', 'proctor', v.object({ cause, who }));
export const clockResumed = defineEvent('clock.resumed', 'proctor', v.object({ who }));
/** Time lost, given back: for `ms` of wall time the clock holds while the candidate works. */
export const clockCredited = defineEvent('clock.credited', 'proctor', v.object({ ms: positive, cause, who }));
export const sittingEnded = defineEvent(
  'sitting.ended',
  'system',
  v.object({ cause: v.picklist(['time', 'proctor', 'candidate']), who })
);
export const beatTriggered = defineEvent('beat.triggered', 'proctor', v.object({ beat: id, who }));
export const beatSkipped = defineEvent('beat.skipped', 'proctor', v.object({ beat: id, who }));
export const incidentNoted = defineEvent(
  'incident.noted',
  'proctor',
  v.object({
    category: id,
    text: v.pipe(v.string(), v.maxLength(2000)),
    /** Names of those who saw it: a report of fraud is signed by witnesses. */
    witnesses: v.optional(v.array(v.pipe(v.string(), v.minLength(1), v.maxLength(120)))),
    who
  })
);

/** A beat changed state. `mail` and `call` are the candidate's mail or call that made it move. */
export const beatMoved = defineEvent(
  'beat.moved',
  'system',
  v.object({
    beat: id,
    from: v.nullable(id),
    to: id,
    cause: id,
    mail: v.optional(id),
    call: v.optional(id)
  })
);
/** Something is due at exam time `at`; ties are settled by `order`. `beat` is empty for the end of the sitting. */
export const dueAdded = defineEvent(
  'due.added',
  'system',
  v.object({ due: id, beat: v.string(), event: id, at: ms, order: ms })
);
export const dueCancelled = defineEvent('due.cancelled', 'system', v.object({ due: id }));
export const dueFired = defineEvent('due.fired', 'system', v.object({ due: id }));
/** A beat or a task came to an outcome (« issue »). */
export const issueReached = defineEvent('issue.reached', 'system', v.object({ beat: id, issue: id }));
export const conversationOpened = defineEvent(
  'conversation.opened',
  'system',
  v.object({ beat: id, call: id })
);
export const conversationClosed = defineEvent('conversation.closed', 'system', nothing);
/** The call waits, the line is free for another. */
export const conversationHeld = defineEvent('conversation.held', 'system', v.object({ beat: id, call: id }));
/** A call that waited is over. */
export const conversationReleased = defineEvent(
  'conversation.released',
  'system',
  v.object({ beat: id, call: id })
);
export const productionReceived = defineEvent(
  'production.received',
  'system',
  v.object({ task: id, production: id, late: v.boolean() })
);
/** Beats answered each other without end at one instant; the engine stopped there. A fault of the scenario. */
export const loopCut = defineEvent('engine.loop-cut', 'system', v.object({ steps: ms }));

export const engineEvents = [
  sittingOpened,
  identityConfirmed,
  familiarisationFinished,
  familiarisationResumed,
  clockStarted,
  clockPaused,
  clockResumed,
  clockCredited,
  sittingEnded,
  beatTriggered,
  beatSkipped,
  incidentNoted,
  beatMoved,
  dueAdded,
  dueCancelled,
  dueFired,
  issueReached,
  conversationOpened,
  conversationClosed,
  conversationHeld,
  conversationReleased,
  productionReceived,
  loopCut
] as unknown as readonly EventDefinition[];
