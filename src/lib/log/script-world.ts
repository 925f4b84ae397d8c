import * as v from 'valibot';
import { defineEvent, type EventDefinition } from './event-definition';

/**
 * What the script may make happen beside mails and calls: instant messages, visitors, paper post, and what colleagues
 * do to the shared folders, the agenda and the order screen. Same rule as `script-events.ts`: the engine writes, the
 * applications fold.
 */
const id = v.pipe(v.string(), v.minLength(1), v.maxLength(80));
const text = v.pipe(v.string(), v.maxLength(20_000));
const instant = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}$/));
const day = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/));
const hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const choices = v.array(v.object({ k: v.pipe(v.number(), v.integer()), label: text }));
const lang = v.picklist(['fr', 'en']);

/** A document as the script brings it: bytes by their hash, and the editor's own document for `text` and `sheet`. */
export const documentSchema = v.object({
  name: v.pipe(v.string(), v.minLength(1), v.maxLength(200)),
  kind: v.picklist(['text', 'sheet', 'pdf', 'image', 'audio', 'other']),
  mediaType: v.pipe(v.string(), v.maxLength(120)),
  size: v.pipe(v.number(), v.integer(), v.minValue(0)),
  blob: hash,
  content: v.optional(v.unknown())
});

/** A colleague writes in the instant messages. `choices` are ready answers, numbered without meaning; typing is always open. */
export const chatReceived = defineEvent(
  'chat.received',
  'script',
  v.object({ message: id, person: id, text, choices })
);

/** Somebody comes to the reception desk. `label` is what the eye sees (« Un livreur »): the name comes when they say it. */
export const visitorArrived = defineEvent(
  'visitor.arrived',
  'script',
  v.object({ visit: id, label: text, patienceMs: v.pipe(v.number(), v.integer(), v.minValue(0)) })
);
/**
 * A visitor speaks. `choices` are what may be answered, `typed` opens a free line; the other members say which gestures
 * of the reception make sense now (a message slip, the register, a call to a colleague).
 */
export const visitorSaid = defineEvent(
  'visitor.said',
  'script',
  v.object({
    visit: id,
    text,
    lang,
    audio: v.optional(text),
    choices,
    typed: v.boolean(),
    slip: v.boolean()
  })
);
/** Paper that a visitor hands over, with a scan of it. */
export const visitorHandedOver = defineEvent(
  'visitor.handed-over',
  'script',
  v.object({ visit: id, document: documentSchema })
);
/** `received`: the conversation came to its end; `tired`: waited too long; `closed`: the exam ended or a proctor skipped it. */
export const visitorLeft = defineEvent(
  'visitor.left',
  'script',
  v.object({ visit: id, how: v.picklist(['received', 'tired', 'closed']) })
);

/** A piece of post lies in the tray, sealed: its envelope is all that is told. What is inside comes by {@link letterContentRevealed}. */
export const letterDelivered = defineEvent(
  'post.delivered',
  'script',
  v.object({
    letter: id,
    nature: v.picklist(['letter', 'registered', 'parcel', 'leaflet', 'periodical']),
    envelope: v.object({
      sender: text,
      addressee: text,
      mention: v.optional(text),
      scan: v.optional(documentSchema)
    }),
    /** Number of the registered letter, as printed on its label. */
    trackingNumber: v.optional(text),
    /** Only in logs on scenarios mastered before sealed letters were kept on the server; hidden until opened there too. */
    content: v.optional(v.array(documentSchema))
  })
);
/** The candidate has opened a piece of post: what was inside. Once for each, and empty when nothing was. */
export const letterContentRevealed = defineEvent(
  'post.content-revealed',
  'script',
  v.object({ letter: id, content: v.array(documentSchema) })
);

/** A colleague puts a document in a shared folder. */
export const fileDropped = defineEvent(
  'file.dropped',
  'script',
  v.object({ file: id, folder: v.nullable(id), by: text, document: documentSchema })
);

/** Story instants. */
const agendaChange = v.variant('do', [
  v.object({
    do: v.literal('add'),
    appointment: id,
    title: text,
    calendars: v.array(id),
    start: instant,
    end: instant,
    place: v.optional(text),
    note: v.optional(text),
    fixed: v.optional(v.boolean())
  }),
  v.object({
    do: v.literal('move'),
    appointment: id,
    start: instant,
    end: instant,
    calendars: v.optional(v.array(id))
  }),
  v.object({ do: v.literal('cancel'), appointment: id })
]);
export type AgendaChange = v.InferOutput<typeof agendaChange>;
/** A colleague changes the shared agenda. */
export const agendaChanged = defineEvent(
  'agenda.changed-by-colleague',
  'script',
  v.object({ by: text, change: agendaChange })
);

/** Quantities in whole units, amounts in cents. */
const ordersChange = v.variant('do', [
  v.object({
    do: v.literal('stock'),
    product: id,
    /** Added to the stock; negative when goods leave. */
    quantity: v.pipe(v.number(), v.integer()),
    reason: text
  }),
  v.object({
    do: v.literal('payment'),
    document: id,
    amountCents: v.pipe(v.number(), v.integer()),
    day
  }),
  v.object({ do: v.literal('delivered'), document: id, note: v.optional(text) }),
  v.object({ do: v.literal('note'), note: id, customer: id, text })
]);
export type OrdersChange = v.InferOutput<typeof ordersChange>;
/** A colleague records something in the order screen. */
export const ordersChanged = defineEvent(
  'orders.changed-by-colleague',
  'script',
  v.object({ by: text, change: ordersChange })
);

/** A task given on the way: what the subject did not say. `deadlineMs` is exam time. */
export const taskGiven = defineEvent(
  'task.given',
  'script',
  v.object({
    task: v.object({
      id,
      title: text,
      instruction: text,
      deadlineMs: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
      deliverables: v.array(v.object({ id, title: text, kind: text, handIn: v.boolean() }))
    })
  })
);

/** Something said to everybody in the firm: a line on the desk, and a page that stays. */
export const noticeGiven = defineEvent(
  'notice.given',
  'script',
  v.object({ notice: id, title: text, text, important: v.boolean() })
);

export const worldEvents = [
  chatReceived,
  visitorArrived,
  visitorSaid,
  visitorHandedOver,
  visitorLeft,
  letterDelivered,
  letterContentRevealed,
  fileDropped,
  agendaChanged,
  ordersChanged,
  noticeGiven,
  taskGiven
] as unknown as readonly EventDefinition[];
