import { documentTotals } from '../../scene/amounts';
import { isStocked, lineKey, type FiledDocument, type OrdersDocument, type OrdersState } from './state';
import type { SalesDocumentKind, SalesLine } from '../../scene/scene';

/** True once a document counts: it has a number and was not given up. */
export const counts = (doc: OrdersDocument): boolean => doc.status !== 'draft' && doc.status !== 'cancelled';

/** Documents made from this one, drafts included, in the order they were made. */
export const followers = (state: OrdersState, id: string): OrdersDocument[] =>
  Object.values(state.documents).filter((doc) => doc.source === id);

/** The document that this one comes from. */
export const sourceOf = (state: OrdersState, doc: OrdersDocument): OrdersDocument | null =>
  (doc.source === undefined ? undefined : state.documents[doc.source]) ?? null;

/** What a PDF keeps of a document at this moment; `null` when there is no such document. */
export function filedCopy(state: OrdersState, id: string): FiledDocument | null {
  const document = state.documents[id];
  const customer = document && state.customers[document.customer];
  if (!customer) return null;
  const source = sourceOf(state, document);
  return {
    document,
    customer,
    source: source?.number ? { kind: source.kind, number: source.number, date: source.date } : null
  };
}

/** Quantities by article (`lineKey`) over documents. */
export function quantities(docs: readonly OrdersDocument[]): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const doc of docs)
    for (const line of doc.lines) sums.set(lineKey(line), (sums.get(lineKey(line)) ?? 0) + line.quantity);
  return sums;
}

/** Invoices that bill an order, directly or through its deliveries. */
function invoicesOfOrder(state: OrdersState, order: OrdersDocument): OrdersDocument[] {
  const deliveries = followers(state, order.id).filter((doc) => doc.kind === 'delivery');
  return [order, ...deliveries].flatMap((doc) =>
    followers(state, doc.id).filter((next) => next.kind === 'invoice')
  );
}

/** Documents of `kind` that use up what `source` still offers, `except` one (the draft being judged). */
function users(state: OrdersState, source: OrdersDocument, kind: SalesDocumentKind, except?: string) {
  const made =
    source.kind === 'order' && kind === 'invoice'
      ? invoicesOfOrder(state, source)
      : followers(state, source.id).filter((doc) => doc.kind === kind);
  return made.filter((doc) => doc.id !== except && doc.status !== 'cancelled');
}

/**
 * What `source` still offers to a document of `kind`, by article: ordered and not delivered, delivered and not
 * invoiced, invoiced and not credited. Drafts count as using (`withDrafts`), or validated documents alone.
 */
export function remaining(
  state: OrdersState,
  source: OrdersDocument,
  kind: SalesDocumentKind,
  options: { readonly except?: string; readonly withDrafts: boolean }
): ReadonlyMap<string, number> {
  const taken = quantities(
    users(state, source, kind, options.except).filter((doc) => options.withDrafts || counts(doc))
  );
  const left = new Map<string, number>();
  for (const [key, quantity] of quantities([source])) left.set(key, quantity - (taken.get(key) ?? 0));
  const order = source.kind === 'delivery' && kind === 'invoice' ? sourceOf(state, source) : null;
  if (order)
    for (const [key, quantity] of remaining(state, order, kind, options))
      if (left.has(key)) left.set(key, Math.min(left.get(key)!, quantity));
  return left;
}

/** Lines of `source` cut down to what remains for a document of `kind`; lines with nothing left are dropped. */
export function remainingLines(
  state: OrdersState,
  source: OrdersDocument,
  kind: SalesDocumentKind
): readonly SalesLine[] {
  const left = new Map(remaining(state, source, kind, { withDrafts: true }));
  return source.lines.flatMap((line) => {
    const quantity = Math.min(line.quantity, Math.max(0, left.get(lineKey(line)) ?? 0));
    left.set(lineKey(line), (left.get(lineKey(line)) ?? 0) - quantity);
    return quantity > 0 ? [{ ...line, quantity }] : [];
  });
}

/** Sum including tax of the credit notes of an invoice, `except` one; drafts do not count. */
export function creditedCents(state: OrdersState, invoice: string, except?: string): number {
  return followers(state, invoice)
    .filter((doc) => doc.kind === 'credit' && counts(doc) && doc.id !== except)
    .reduce((sum, doc) => sum + documentTotals(doc.lines).totalCents, 0);
}

/** A stock that the draft would bring below zero. */
export interface Shortage {
  readonly label: string;
  readonly stock: number;
  readonly asked: number;
}

/** Shortages of a draft quote, order or delivery, by product held in stock. Warned of, never refused. */
export function shortages(state: OrdersState, doc: OrdersDocument): readonly Shortage[] {
  if (doc.status !== 'draft' || doc.kind === 'invoice' || doc.kind === 'credit') return [];
  return [...quantities([doc])].flatMap(([key, asked]) => {
    const product = state.products[key];
    return product && isStocked(product) && asked > product.stock
      ? [{ label: product.label, stock: product.stock, asked }]
      : [];
  });
}

/** Status as people see it, derived from what was made of the document. */
export type Progress =
  | 'draft'
  | 'cancelled'
  | 'validated'
  | 'accepted'
  | 'ordered'
  | 'partly-delivered'
  | 'delivered'
  | 'invoiced'
  | 'partly-credited'
  | 'credited'
  | 'paid';

const isUsedUp = (left: ReadonlyMap<string, number>) => [...left.values()].every((quantity) => quantity <= 0);

/** Where a document stands in its chain: from its own status, then from validated documents made of it. */
export function progressOf(state: OrdersState, doc: OrdersDocument): Progress {
  if (doc.status === 'draft' || doc.status === 'cancelled' || doc.status === 'paid') return doc.status;
  const made = followers(state, doc.id).filter(counts);
  const usedUp = (kind: SalesDocumentKind) => isUsedUp(remaining(state, doc, kind, { withDrafts: false }));
  switch (doc.kind) {
    case 'quote':
      return made.some((next) => next.kind === 'order') ? 'ordered' : doc.status;
    case 'order':
      if (doc.status === 'invoiced' || usedUp('invoice')) return 'invoiced';
      if (doc.status === 'delivered' || usedUp('delivery')) return 'delivered';
      return made.some((next) => next.kind === 'delivery') ? 'partly-delivered' : 'validated';
    case 'delivery':
      return doc.status === 'invoiced' || usedUp('invoice') ? 'invoiced' : 'validated';
    case 'invoice': {
      const credited = creditedCents(state, doc.id);
      if (credited === 0) return 'validated';
      return credited >= documentTotals(doc.lines).totalCents ? 'credited' : 'partly-credited';
    }
    case 'credit':
      return 'validated';
  }
}
