import * as v from 'valibot';
import { defineEvent, type EventDefinition } from '../../log/event-definition';

/** What a candidate does with the paper post. What arrives is in `log/script-world.ts`. */
const id = v.pipe(v.string(), v.minLength(1), v.maxLength(80));
const line = v.pipe(v.string(), v.trim(), v.maxLength(300));
const filled = v.pipe(line, v.minLength(1));
const prose = v.pipe(v.string(), v.maxLength(2000));
const letter = v.object({ letter: id });

/** The envelope is opened: it cannot be sealed again. */
export const letterOpened = defineEvent('post.opened', 'candidate', letter);
/** The date stamp is put on it: on the envelope while it is sealed, else on the first page too. */
export const letterStamped = defineEvent('post.stamped', 'candidate', letter);
/** It is put in the pigeon-hole of somebody of the firm, as it is (sealed or opened). */
export const letterDistributed = defineEvent(
  'post.distributed',
  'candidate',
  v.object({ letter: id, to: id, note: prose })
);
/** A document of it is scanned to the files: `file` is the one that `file.created` has just made under `name`. */
export const letterScanned = defineEvent(
  'post.scanned',
  'candidate',
  v.object({ letter: id, file: id, name: filled, folder: v.nullable(id) })
);
/** The paper goes into a binder, by the name that the candidate wrote on its back. */
export const letterFiled = defineEvent('post.filed', 'candidate', v.object({ letter: id, binder: filled }));
export const letterSetAside = defineEvent('post.set-aside', 'candidate', letter);
export const letterThrown = defineEvent('post.thrown-away', 'candidate', letter);
/** It is taken back into the tray, out of where it was put last. */
export const letterTakenBack = defineEvent('post.taken-back', 'candidate', letter);

export const DIRECTIONS = ['arrival', 'departure'] as const;
const fields = {
  /** Day of the story, `2026-03-17`. */
  day: v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/)),
  sender: line,
  addressee: line,
  nature: line,
  subject: line,
  /** Number of the registered letter; empty without. */
  tracking: line,
  /** Department or person that it goes to (arrival), or that it comes from (departure). */
  service: line
};
/** A line of the register; its number is the next of its sequence. */
export const entryMade = defineEvent(
  'post.entry-made',
  'candidate',
  v.object({
    entry: id,
    direction: v.picklist(DIRECTIONS),
    letter: v.optional(id),
    sending: v.optional(id),
    ...fields
  })
);
/** A line is corrected; what it said before is kept. */
export const entryCorrected = defineEvent(
  'post.entry-corrected',
  'candidate',
  v.object({ entry: id, ...fields })
);
/** A line is struck out: it stays, with its number, so that the sequence has no gap. `struck: false` takes it back. */
export const entryStruck = defineEvent(
  'post.entry-struck',
  'candidate',
  v.object({ entry: id, struck: v.boolean() })
);

export const MODES = ['green', 'tracked', 'registered'] as const;
/** A letter leaves by post: `file` is the frozen copy of what was put into the envelope. */
export const letterSent = defineEvent(
  'post.sent',
  'candidate',
  v.object({
    sending: id,
    file: id,
    name: filled,
    recipient: v.pipe(prose, v.trim(), v.minLength(1)),
    mode: v.picklist(MODES)
  })
);

export const VIEWS = ['tray', 'departures', 'register'] as const;
/** What is on the window, so that a replay shows what was on the screen. */
export const viewChosen = defineEvent(
  'post.view-chosen',
  'candidate',
  v.object({
    view: v.picklist(VIEWS),
    letter: v.optional(id),
    direction: v.optional(v.picklist(DIRECTIONS))
  })
);

export const postEvents = [
  letterOpened,
  letterStamped,
  letterDistributed,
  letterScanned,
  letterFiled,
  letterSetAside,
  letterThrown,
  letterTakenBack,
  entryMade,
  entryCorrected,
  entryStruck,
  letterSent,
  viewChosen
] as unknown as readonly EventDefinition[];
