import * as v from 'valibot';
import { defineEvent, type EventDefinition } from '../../log/event-definition';
import { slipFields } from '../../desk/talk/slip';

/** What a candidate does with the telephone. What the other person does is in `log/script-events.ts`. */
const id = v.pipe(v.string(), v.minLength(1), v.maxLength(80));
const line = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(300));
/** What is said at once: a sentence, or a whole message to an answering machine. */
const speech = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(1000));
const call = v.object({ call: id });

export const callPickedUp = defineEvent('phone.picked-up', 'candidate', call);
/** The ringing is silenced; the caller will try again or leave a voice message. */
export const callDeferred = defineEvent('phone.deferred', 'candidate', call);
/** One of the offered answers is said; `k` is its number, `label` its words as they were on screen. */
export const answerChosen = defineEvent(
  'phone.chose',
  'candidate',
  v.object({ call: id, k: v.pipe(v.number(), v.integer()), label: line })
);
/** A free line is said. */
export const lineSpoken = defineEvent('phone.spoke', 'candidate', v.object({ call: id, text: speech }));
export const callTransferred = defineEvent(
  'phone.transferred',
  'candidate',
  v.object({ call: id, extension: line })
);
export const callHungUp = defineEvent('phone.hung-up', 'candidate', call);
/** The other person is asked to wait: the line is free for another call, or for a visitor. */
export const callHeld = defineEvent('phone.held', 'candidate', call);
export const callResumed = defineEvent('phone.resumed', 'candidate', call);
/** A number is dialled; `call` is the identifier of the attempt. */
export const numberDialled = defineEvent(
  'phone.dialled',
  'candidate',
  v.object({ call: id, number: line, person: v.optional(id) })
);
export const voicemailHeard = defineEvent('phone.voicemail-heard', 'candidate', call);
/** A message slip is taken for somebody of the firm, during a call (`call`) or after it. */
export const slipWritten = defineEvent(
  'phone.slip-written',
  'candidate',
  v.object({ ...slipFields, call: v.optional(id) })
);
/** The tab shown, so that a replay shows what was on the screen. */
export const viewChosen = defineEvent(
  'phone.view-chosen',
  'candidate',
  v.object({ view: v.picklist(['calls', 'voicemail', 'slips', 'directory']) })
);

export const phoneEvents = [
  callPickedUp,
  callHeld,
  callResumed,
  callDeferred,
  answerChosen,
  lineSpoken,
  callTransferred,
  callHungUp,
  numberDialled,
  voicemailHeard,
  slipWritten,
  viewChosen
] as unknown as readonly EventDefinition[];
