import type { FactsOf } from '../../desk/app-model';
import type { Fact, FactValue } from '../../log/facts';
import type { SalesDocumentKind } from '../../scene/scene';
import { documentTotals } from '../../scene/amounts';
import * as events from './events';
import { sourceOf } from './selectors';
import type { OrdersDocument, OrdersState } from './state';

/** Kinds as scenarios name them. */
export const FACT_KINDS: Readonly<Record<SalesDocumentKind, string>> = {
  quote: 'devis',
  order: 'commande',
  delivery: 'livraison',
  invoice: 'facture',
  credit: 'avoir'
};

/**
 * A document as scenarios see it: `type`, `numero` (null while a draft), `client` (id), `date`, `ht`, `tva`, `total`
 * (TTC) in cents, `source` (number, null without one), `lignes` with the article's reference (the label of a free line).
 */
export function documentFact(state: OrdersState, doc: OrdersDocument): Readonly<Record<string, FactValue>> {
  const totals = documentTotals(doc.lines);
  return {
    type: FACT_KINDS[doc.kind],
    numero: doc.number,
    client: doc.customer,
    date: doc.date,
    ht: totals.netCents,
    tva: totals.vatCents,
    total: totals.totalCents,
    source: sourceOf(state, doc)?.number ?? null,
    lignes: doc.lines.map((line) => ({
      article: (line.product === null ? undefined : state.products[line.product]?.reference) ?? line.label,
      quantite: line.quantity,
      prix: line.priceCents,
      remise: line.discountBp
    }))
  };
}

/** `piece.creee`, `piece.validee`, `piece.acceptee`, `piece.annulee`, `piece.imprimee`, `note.client`. */
export const ordersFacts: FactsOf = (event, desk) => {
  const state = desk.state<OrdersState>('orders');
  const about = (fait: string, id: string): readonly Fact[] => {
    const doc = state.documents[id];
    return doc ? [{ fait, ...documentFact(state, doc) }] : [];
  };
  if (events.documentCreated.is(event)) return about('piece.creee', event.d.id);
  if (events.documentValidated.is(event)) return about('piece.validee', event.d.id);
  if (events.documentAccepted.is(event)) return about('piece.acceptee', event.d.id);
  if (events.documentCancelled.is(event)) return about('piece.annulee', event.d.id);
  if (events.documentPrinted.is(event)) return about('piece.imprimee', event.d.id);
  if (events.noteAdded.is(event))
    return [{ fait: 'note.client', client: event.d.customer, texte: event.d.text }];
  return [];
};
