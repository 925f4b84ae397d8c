import * as v from 'valibot';
import type { AppModel } from '../../desk/app-model';
import { fileCopied, fileCreated } from '../../desk/files/model';
import { ordersChanged } from '../../log/script-world';
import { changedByColleague } from './colleague';
import { parseStory } from '../../kernel/story-time';
import type { DeskEvent } from '../../log/entry';
import type { EventDefinition } from '../../log/event-definition';
import type { Scene } from '../../scene/scene';
import * as events from './events';
import { nextNumber } from './numbering';
import { filedCopy } from './selectors';
import { isStocked, type OrdersDocument, type OrdersState } from './state';

type Documents = OrdersState['documents'];

/** First state, from the decor: documents keep their numbers, stocks are those of the morning. */
function open(scene: Scene): OrdersState {
  const { orders } = scene;
  const byId = <T extends { readonly id: string }>(items: readonly T[]) =>
    Object.fromEntries(items.map((item) => [item.id, item]));
  return {
    customers: byId(orders.customers),
    products: byId(orders.products),
    documents: byId(
      orders.documents.map((doc) => ({
        ...doc,
        number: doc.status === 'draft' ? null : doc.number,
        restock: false,
        changedMs: 0
      }))
    ),
    notes: orders.notes.map((note) => ({ ...note, at: parseStory(note.at) ?? 0 })),
    movements: [],
    lastNumbers: orders.lastNumbers,
    files: {},
    shown: { view: 'invoice', id: null },
    storyStart: parseStory(scene.storyStart) ?? 0,
    author: scene.post.role
  };
}

/** Changes a draft; a validated document, or one that does not exist, stays as it is. */
function changeDraft(state: OrdersState, id: string, patch: Partial<OrdersDocument>, t: number): OrdersState {
  const doc = state.documents[id];
  if (!doc || doc.status !== 'draft') return state;
  return withDocument(state, { ...doc, ...patch, changedMs: t });
}

const withDocument = (state: OrdersState, doc: OrdersDocument): OrdersState => ({
  ...state,
  documents: { ...state.documents, [doc.id]: doc } satisfies Documents
});

/** Goods leave with a delivery (`sign` −1) or come back (`sign` +1); services have no stock. */
function moveStock(state: OrdersState, doc: OrdersDocument, sign: 1 | -1, reversed: boolean, t: number) {
  const products = { ...state.products };
  const movements = [...state.movements];
  for (const line of doc.lines) {
    const product = line.product === null ? undefined : products[line.product];
    if (!product || !isStocked(product)) continue;
    const quantity = sign * line.quantity;
    products[product.id] = { ...product, stock: product.stock + quantity };
    movements.push({
      product: product.id,
      quantity,
      document: doc.id,
      number: doc.number ?? '',
      reversed,
      at: state.storyStart + t
    });
  }
  return { ...state, products, movements };
}

function validate(state: OrdersState, id: string, t: number): OrdersState {
  const draft = state.documents[id];
  if (!draft || draft.status !== 'draft') return state;
  const number = nextNumber(draft.kind, state.lastNumbers[draft.kind]);
  const doc: OrdersDocument = { ...draft, number, status: 'validated', changedMs: t };
  const next = withDocument({ ...state, lastNumbers: { ...state.lastNumbers, [doc.kind]: number } }, doc);
  if (doc.kind === 'delivery') return moveStock(next, doc, -1, false, t);
  if (doc.kind === 'credit' && doc.restock) return moveStock(next, doc, 1, false, t);
  return next;
}

function cancel(state: OrdersState, id: string, t: number): OrdersState {
  const doc = state.documents[id];
  const cancellable = doc && doc.kind !== 'invoice' && doc.kind !== 'credit';
  if (!cancellable || doc.status === 'draft' || doc.status === 'cancelled') return state;
  const next = withDocument(state, { ...doc, status: 'cancelled', changedMs: t });
  return doc.kind === 'delivery' ? moveStock(next, doc, 1, true, t) : next;
}

function discard(state: OrdersState, id: string): OrdersState {
  if (state.documents[id]?.status !== 'draft') return state;
  const { [id]: _, ...documents } = state.documents;
  const shown = state.shown.id === id ? { ...state.shown, id: null } : state.shown;
  return { ...state, documents, shown };
}

/** Follows the file tree: a PDF saved from here keeps a copy of the document as it was then. */
function followFiles(state: OrdersState, event: DeskEvent): OrdersState {
  if (fileCreated.is(event)) {
    const content = v.safeParse(events.salesFileContent, event.d.content);
    const filed = content.success ? filedCopy(state, content.output.salesDocument) : null;
    return filed ? { ...state, files: { ...state.files, [event.d.file]: filed } } : state;
  }
  if (fileCopied.is(event)) {
    const filed = state.files[event.d.file];
    return filed ? { ...state, files: { ...state.files, [event.d.copy]: filed } } : state;
  }
  return state;
}

function reduce(state: OrdersState, event: DeskEvent): OrdersState {
  const { t } = event;
  if (events.documentCreated.is(event)) {
    const { restock = false, ...created } = event.d;
    if (state.documents[created.id] || !state.customers[created.customer]) return state;
    return withDocument(state, { ...created, number: null, status: 'draft', restock, changedMs: t });
  }
  if (events.linesSet.is(event)) return changeDraft(state, event.d.id, { lines: event.d.lines }, t);
  if (events.documentChanged.is(event)) {
    const { id, ...patch } = event.d;
    return changeDraft(state, id, patch, t);
  }
  if (events.documentValidated.is(event)) return validate(state, event.d.id, t);
  if (events.documentAccepted.is(event)) {
    const doc = state.documents[event.d.id];
    if (!doc || doc.kind !== 'quote' || doc.status !== 'validated') return state;
    return withDocument(state, { ...doc, status: 'accepted', changedMs: t });
  }
  if (events.documentCancelled.is(event)) return cancel(state, event.d.id, t);
  if (events.documentDiscarded.is(event)) return discard(state, event.d.id);
  if (events.customerAdded.is(event) || events.customerChanged.is(event)) {
    const { customer } = event.d;
    return { ...state, customers: { ...state.customers, [customer.id]: customer } };
  }
  if (events.noteAdded.is(event)) {
    const { customer, text } = event.d;
    const id = `note-${state.notes.length + 1}`;
    const note = { id, customer, at: state.storyStart + t, author: state.author, text };
    return { ...state, notes: [...state.notes, note] };
  }
  if (ordersChanged.is(event)) return changedByColleague(state, event.d.by, event.d.change, t);
  if (events.viewSelected.is(event)) return { ...state, shown: event.d };
  return followFiles(state, event);
}

const { salesFileContent: _, ...definitions } = events;

/** The ERP order screen: customers, products and stock, quote → order → delivery → invoice → credit note. */
export const ordersModel: AppModel<OrdersState> = {
  id: 'orders',
  events: Object.values(definitions) as unknown as readonly EventDefinition[],
  open,
  reduce
};
