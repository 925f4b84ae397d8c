import * as v from 'valibot';
import { defineEvent, type EventDefinition } from '../log/event-definition';

/**
 * What happens around a desk and is not decided by the engine: help asked for, words of the proctor, changes of
 * machine. None of them changes the clock or the script.
 */
const text = (max: number) => v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(max));

export const handRaised = defineEvent('sitting.hand-raised', 'candidate', v.object({}));
/** The candidate or the proctor lowers it: `by` of the entry tells. */
export const handLowered = defineEvent('sitting.hand-lowered', 'candidate', v.object({}));
/** Someone sees to the raised hand. */
export const handAnswered = defineEvent('proctor.hand-answered', 'proctor', v.object({ who: text(120) }));
/** A word to the candidate, shown in the corner of the screen. */
export const wordSent = defineEvent(
  'proctor.word-sent',
  'proctor',
  v.object({ text: text(500), who: text(120) })
);

/** The sitting goes on at another machine: the tab that wrote until now may not write any more. */
export const postChanged = defineEvent(
  'proctor.post-changed',
  'proctor',
  v.object({ post: text(20), who: text(120) })
);
/** A desk is opened by a tab: the newest one writes. */
export const deskOpened = defineEvent('sitting.desk-opened', 'system', v.object({ tab: text(80) }));
/** The archive is made from the entries before this one: the log is closed for ever. */
export const sittingSealed = defineEvent('sitting.sealed', 'system', v.object({}));

export const sittingEvents = [
  handRaised,
  handLowered,
  handAnswered,
  wordSent,
  postChanged,
  deskOpened,
  sittingSealed
] as unknown as readonly EventDefinition[];
