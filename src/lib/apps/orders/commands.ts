import type { Gesture } from '../../log/entry';
import type { Customer, SalesDocumentKind, SalesLine } from '../../scene/scene';
import * as events from './events';
import { counts, followers, remainingLines } from './selectors';
import { isStocked, type OrdersDocument, type OrdersState } from './state';
import { whyLocked, whyNotTransformable, whyNotValid, type Refusal } from './rules';
import { KIND_WORDS } from './words';

/** What a command decides: gestures to record, or the reasons why not. */
export type Decision =
  | { readonly ok: true; readonly gestures: readonly Gesture[] }
  | { readonly ok: false; readonly refusals: readonly Refusal[] };

const accept = (...gestures: readonly Gesture[]): Decision => ({ ok: true, gestures });
const refuse = (...refusals: readonly Refusal[]): Decision => ({ ok: false, refusals });
const unknown = refuse({ code: 'document.unknown', message: 'Ce document n’existe plus.' });

/** A line for a product at its list price; the customer's usual discount applies to goods, not to services. */
export function lineForProduct(state: OrdersState, product: string, customer: string): SalesLine | null {
  const found = state.products[product];
  if (!found) return null;
  return {
    product,
    label: found.label,
    quantity: 1,
    priceCents: found.priceCents,
    discountBp: isStocked(found) ? (state.customers[customer]?.discountBp ?? 0) : 0,
    vatBp: found.vatBp
  };
}

/** Opens an empty draft for a customer. A credit note is never empty: see `creditInvoice`. */
export function createDocument(
  state: OrdersState,
  draft: {
    readonly id: string;
    readonly kind: SalesDocumentKind;
    readonly customer: string;
    readonly date: string;
  }
): Decision {
  if (draft.kind === 'credit')
    return refuse({
      code: 'credit.no-invoice',
      message: 'Un avoir s’établit depuis la facture qu’il corrige.'
    });
  if (!state.customers[draft.customer])
    return refuse({ code: 'customer.unknown', message: 'Choisissez un client.' });
  return accept(events.documentCreated({ ...draft, lines: [] }));
}

/** Opens the next document of the chain with what remains. A quote that becomes an order is accepted by it. */
export function transformDocument(
  state: OrdersState,
  source: string,
  draft: { readonly id: string; readonly kind: SalesDocumentKind; readonly date: string }
): Decision {
  const doc = state.documents[source];
  if (!doc) return unknown;
  const why = whyNotTransformable(state, doc, draft.kind);
  if (why) return refuse(why);
  const lines = [...remainingLines(state, doc, draft.kind)];
  const created = events.documentCreated({ ...draft, source, customer: doc.customer, lines });
  return doc.kind === 'quote' && doc.status === 'validated'
    ? accept(events.documentAccepted({ id: source }), created)
    : accept(created);
}

/**
 * Opens a credit note on an invoice: quantities by index of the invoice's lines (0 leaves a line out); price,
 * discount and VAT are those of the invoice.
 */
export function creditInvoice(
  state: OrdersState,
  invoice: string,
  draft: {
    readonly id: string;
    readonly date: string;
    readonly quantities: readonly number[];
    readonly restock: boolean;
    readonly note?: string;
  }
): Decision {
  const source = state.documents[invoice];
  if (!source) return unknown;
  const why = whyNotTransformable(state, source, 'credit');
  if (why) return refuse(why);
  const lines = source.lines.flatMap((line, index) => {
    const quantity = draft.quantities[index] ?? 0;
    return quantity > 0 ? [{ ...line, quantity }] : [];
  });
  const { id, date, restock, note } = draft;
  const created = {
    id,
    kind: 'credit' as const,
    customer: source.customer,
    source: invoice,
    lines,
    date,
    restock
  };
  const trial: OrdersDocument = { ...created, number: null, status: 'draft', changedMs: 0 };
  const refusals = whyNotValid(state, trial);
  if (refusals.length > 0) return refuse(...refusals);
  return note
    ? accept(events.documentCreated(created), events.documentChanged({ id, note }))
    : accept(events.documentCreated(created));
}

/** Sets the lines of a draft. Quantities, prices and discounts must be possible; the rest is judged at validation. */
export function setLines(state: OrdersState, id: string, lines: readonly SalesLine[]): Decision {
  const doc = state.documents[id];
  if (!doc) return unknown;
  const locked = whyLocked(doc);
  if (locked) return refuse(locked);
  if (lines.some((line) => !(line.discountBp >= 0 && line.discountBp <= 10_000)))
    return refuse({ code: 'line.discount', message: 'La remise est comprise entre 0 et 100\u00a0%.' });
  if (lines.some((line) => !(line.quantity >= 0) || line.priceCents < 0))
    return refuse({ code: 'line.negative', message: 'Une quantité ou un prix ne peut pas être négatif.' });
  return accept(events.linesSet({ id, lines: [...lines] }));
}

/** Changes the header of a draft. */
export function changeDocument(
  state: OrdersState,
  id: string,
  patch: {
    readonly customer?: string;
    readonly date?: string;
    readonly note?: string;
    readonly restock?: boolean;
  }
): Decision {
  const doc = state.documents[id];
  if (!doc) return unknown;
  const locked = whyLocked(doc);
  if (locked) return refuse(locked);
  if (patch.customer !== undefined && doc.source !== undefined)
    return refuse({ code: 'document.customer-fixed', message: 'Le client est celui du document d’origine.' });
  return accept(events.documentChanged({ id, ...patch }));
}

/** Validates a draft: number, lock, stock. A stock shortage does not refuse it. */
export function validateDocument(state: OrdersState, id: string): Decision {
  const doc = state.documents[id];
  if (!doc) return unknown;
  const refusals = whyNotValid(state, doc);
  return refusals.length > 0 ? refuse(...refusals) : accept(events.documentValidated({ id }));
}

/** Notes that the customer accepted a quote. */
export function acceptQuote(state: OrdersState, id: string): Decision {
  const doc = state.documents[id];
  if (!doc) return unknown;
  if (doc.kind !== 'quote' || doc.status !== 'validated')
    return refuse({ code: 'quote.not-open', message: 'Seul un devis émis peut être noté accepté.' });
  return accept(events.documentAccepted({ id }));
}

/** Gives up a validated quote, order or delivery of which nothing was made. */
export function cancelDocument(state: OrdersState, id: string): Decision {
  const doc = state.documents[id];
  if (!doc) return unknown;
  if (doc.kind === 'invoice' || doc.kind === 'credit') {
    const locked = whyLocked(doc);
    return refuse(
      locked ?? { code: 'document.draft', message: 'Un brouillon se supprime, il ne s’annule pas.' }
    );
  }
  if (!counts(doc))
    return refuse({
      code: 'document.not-open',
      message: 'Ce document n’est pas en cours\u00a0: rien à annuler.'
    });
  const next = followers(state, id).find((made) => made.status !== 'cancelled');
  if (next)
    return refuse({
      code: 'document.has-followers',
      message: `Annulez ou supprimez d’abord ${KIND_WORDS[next.kind].the} ${next.number ?? 'en brouillon'}.`
    });
  return accept(events.documentCancelled({ id }));
}

/** Throws a draft away. */
export function discardDraft(state: OrdersState, id: string): Decision {
  const doc = state.documents[id];
  if (!doc) return unknown;
  const locked = whyLocked(doc);
  return locked ? refuse(locked) : accept(events.documentDiscarded({ id }));
}

/** Adds or changes a customer. */
export function saveCustomer(state: OrdersState, customer: Customer): Decision {
  const refusals: Refusal[] = [];
  if (!customer.name.trim()) refusals.push({ code: 'customer.no-name', message: 'Le nom du client manque.' });
  if (customer.address.length === 0)
    refusals.push({ code: 'customer.no-address', message: 'L’adresse du client manque.' });
  if (customer.discountBp < 0 || customer.discountBp > 10_000)
    refusals.push({ code: 'customer.discount', message: 'La remise est comprise entre 0 et 100\u00a0%.' });
  if (refusals.length > 0) return refuse(...refusals);
  const saved = { ...customer, address: [...customer.address] };
  return accept(
    state.customers[customer.id]
      ? events.customerChanged({ customer: saved })
      : events.customerAdded({ customer: saved })
  );
}

/** Adds a dated note to a customer's sheet. */
export function addNote(state: OrdersState, customer: string, text: string): Decision {
  if (!state.customers[customer])
    return refuse({ code: 'customer.unknown', message: 'Ce client n’existe plus.' });
  if (!text.trim()) return refuse({ code: 'note.empty', message: 'Écrivez la note avant de l’enregistrer.' });
  return accept(events.noteAdded({ customer, text: text.trim() }));
}
