import * as v from 'valibot';
import { defineEvent } from '../../log/event-definition';

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(80));
const short = v.pipe(v.string(), v.maxLength(200));
const kind = v.picklist(['quote', 'order', 'delivery', 'invoice', 'credit']);
const day = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/));
const note = v.pipe(v.string(), v.maxLength(2000));
const basisPoints = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(10_000));

const line = v.object({
  product: v.nullable(id),
  label: v.pipe(v.string(), v.maxLength(300)),
  quantity: v.pipe(v.number(), v.minValue(0), v.maxValue(1_000_000)),
  priceCents: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000_000)),
  discountBp: basisPoints,
  vatBp: basisPoints
});
const lines = v.pipe(v.array(line), v.maxLength(200));

const customer = v.object({
  id,
  number: v.pipe(v.string(), v.minLength(1), v.maxLength(40)),
  name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200)),
  contact: v.optional(short),
  address: v.pipe(v.array(short), v.maxLength(6)),
  email: v.optional(short),
  phone: v.optional(short),
  paymentTerms: short,
  discountBp: basisPoints
});

/** A draft is opened, without a number; `source` is the document it comes from. */
export const documentCreated = defineEvent(
  'orders.document-created',
  'candidate',
  v.object({
    id,
    kind,
    customer: id,
    source: v.optional(id),
    lines,
    date: day,
    restock: v.optional(v.boolean())
  })
);
/** The lines of a draft, all of them. */
export const linesSet = defineEvent('orders.lines-set', 'candidate', v.object({ id, lines }));
/** The header of a draft changes; absent members stay. */
export const documentChanged = defineEvent(
  'orders.document-changed',
  'candidate',
  v.object({
    id,
    customer: v.optional(id),
    date: v.optional(day),
    note: v.optional(note),
    restock: v.optional(v.boolean())
  })
);
/** A draft becomes a document: the fold gives it the next number, locks it and moves the stock. */
export const documentValidated = defineEvent('orders.document-validated', 'candidate', v.object({ id }));
/** The customer has signed the quote. */
export const documentAccepted = defineEvent('orders.document-accepted', 'candidate', v.object({ id }));
/** A validated quote, order or delivery is given up; its number stays used. */
export const documentCancelled = defineEvent('orders.document-cancelled', 'candidate', v.object({ id }));
/** A draft is thrown away. */
export const documentDiscarded = defineEvent('orders.document-discarded', 'candidate', v.object({ id }));
export const customerAdded = defineEvent('orders.customer-added', 'candidate', v.object({ customer }));
export const customerChanged = defineEvent('orders.customer-changed', 'candidate', v.object({ customer }));
/** A dated note on the customer's sheet. */
export const noteAdded = defineEvent(
  'orders.note-added',
  'candidate',
  v.object({ customer: id, text: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(4000)) })
);
/** What the window shows, for the replay. */
export const viewSelected = defineEvent(
  'orders.selected',
  'candidate',
  v.object({
    view: v.picklist([
      'quote',
      'order',
      'delivery',
      'invoice',
      'credit',
      'customers',
      'products',
      'page',
      'file'
    ]),
    id: v.nullable(id)
  })
);
/** A document is sent to the printer. */
export const documentPrinted = defineEvent('orders.printed', 'candidate', v.object({ id }));

/** Content of a PDF saved from this app (`file.created`). */
export const salesFileContent = v.object({ salesDocument: id });
