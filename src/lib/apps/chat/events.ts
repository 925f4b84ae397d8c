import * as v from 'valibot';
import { defineEvent, type EventDefinition } from '../../log/event-definition';

/** What a candidate does with the instant messages. What colleagues write is in `log/script-world.ts`. */
const id = v.pipe(v.string(), v.minLength(1), v.maxLength(80));
const words = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(2000));

/** A message in one's own words. */
export const chatSent = defineEvent(
  'chat.sent',
  'candidate',
  v.object({ message: id, person: id, text: words })
);
/** One of the ready answers is sent; `k` is its number, `label` its words as they were on screen. */
export const chatChosen = defineEvent(
  'chat.chose',
  'candidate',
  v.object({ message: id, person: id, k: v.pipe(v.number(), v.integer()), label: words })
);
/** All that a person wrote so far has been in front of the eyes. */
export const chatRead = defineEvent('chat.read', 'candidate', v.object({ person: id }));
/** A notice to the whole firm is opened. */
export const noticeRead = defineEvent('chat.notice-read', 'candidate', v.object({ notice: id }));
/** The conversation shown, so that a replay shows what was on the screen; `null` is the channel of notices. */
export const personShown = defineEvent(
  'chat.person-shown',
  'candidate',
  v.object({ person: v.nullable(id) })
);

export const chatEvents = [
  chatSent,
  chatChosen,
  chatRead,
  noticeRead,
  personShown
] as unknown as readonly EventDefinition[];
