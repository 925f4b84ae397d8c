import * as v from 'valibot';
import { defineEvent, type EventDefinition } from './event-definition';

/**
 * What the script may make happen on a desk. The engine writes these, the applications fold them: this file is the
 * one vocabulary between the two, so that neither knows the other.
 */
const id = v.pipe(v.string(), v.minLength(1), v.maxLength(80));
const text = v.pipe(v.string(), v.maxLength(20_000));

export const attachmentSchema = v.object({
  name: v.pipe(v.string(), v.minLength(1), v.maxLength(200)),
  kind: v.picklist(['text', 'sheet', 'pdf', 'image', 'audio', 'other']),
  mediaType: v.pipe(v.string(), v.maxLength(120)),
  size: v.pipe(v.number(), v.integer(), v.minValue(0)),
  blob: v.optional(v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))),
  content: v.optional(v.unknown()),
  file: v.optional(id)
});

/** A message reaches the candidate's box. `mail` is its id; `replyTo` the candidate's mail that it answers. */
export const mailReceived = defineEvent(
  'mail.received',
  'script',
  v.object({
    mail: id,
    from: v.object({ name: text, email: text }),
    to: v.array(text),
    cc: v.array(text),
    subject: text,
    body: text,
    priority: v.picklist(['normal', 'high']),
    attachments: v.array(attachmentSchema),
    replyTo: v.optional(id)
  })
);

const choice = v.object({ k: v.pipe(v.number(), v.integer()), label: text });

/** The telephone rings. `person` is a scene person when the caller's number is known to the directory. */
export const phoneRang = defineEvent(
  'phone.rang',
  'script',
  v.object({ call: id, name: text, number: text, person: v.optional(id), ringMs: v.number() })
);
/** The other person speaks. `choices` are what the candidate may answer, numbered without meaning; `typed` opens a free line. */
export const phoneSaid = defineEvent(
  'phone.said',
  'script',
  v.object({
    call: id,
    text,
    lang: v.picklist(['fr', 'en']),
    /** URL of the pre-rendered speech under `/api/poste/pieces/`, when there is one. */
    audio: v.optional(text),
    choices: v.array(choice),
    typed: v.boolean(),
    /** True when the line asks the candidate to write a message slip or allows a transfer. */
    slip: v.boolean(),
    transfer: v.boolean(),
    /** An answering machine speaks: what is typed is a message left on it. */
    machine: v.optional(v.boolean())
  })
);
/**
 * The call is over: `hung-up` by either, `missed` (rang out; or nobody answered a call of the candidate's), `transferred`.
 * `busy` with a name and a number: somebody found the line engaged, and this call never rang.
 */
export const phoneEnded = defineEvent(
  'phone.ended',
  'script',
  v.object({
    call: id,
    how: v.picklist(['hung-up', 'missed', 'transferred', 'busy']),
    name: v.optional(text),
    number: v.optional(text)
  })
);
/** A voice message is left. */
export const phoneVoicemailLeft = defineEvent(
  'phone.voicemail-left',
  'script',
  v.object({
    call: id,
    name: text,
    number: text,
    text,
    lang: v.picklist(['fr', 'en']),
    audio: v.optional(text)
  })
);

export const mailAndPhoneEvents = [
  mailReceived,
  phoneRang,
  phoneSaid,
  phoneEnded,
  phoneVoicemailLeft
] as unknown as readonly EventDefinition[];
