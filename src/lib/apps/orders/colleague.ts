import type { OrdersChange } from '../../log/script-world';
import { documentTotals } from '../../scene/amounts';
import type { OrdersDocument, OrdersState } from './state';

/** What a colleague recorded: goods received, a payment, a delivery made, a note. `t` is exam time. */
export function changedByColleague(
  state: OrdersState,
  by: string,
  change: OrdersChange,
  t: number
): OrdersState {
  const at = state.storyStart + t;
  if (change.do === 'stock') {
    const product = state.products[change.product];
    if (!product) return state;
    const movement = {
      product: product.id,
      quantity: change.quantity,
      document: '',
      number: '',
      reversed: false,
      reason: change.reason,
      at
    };
    return {
      ...state,
      products: {
        ...state.products,
        [product.id]: { ...product, stock: product.stock + change.quantity }
      },
      movements: [...state.movements, movement]
    };
  }
  if (change.do === 'note') {
    const note = { id: change.note, customer: change.customer, at, author: by, text: change.text };
    return { ...state, notes: [...state.notes, note] };
  }
  const document = state.documents[change.document];
  if (!document) return state;
  const changed =
    change.do === 'payment'
      ? paid(document, change.amountCents)
      : { ...document, status: 'delivered' as const };
  return { ...state, documents: { ...state.documents, [document.id]: { ...changed, changedMs: t } } };
}

function paid(document: OrdersDocument, amountCents: number): OrdersDocument {
  const paidCents = (document.paidCents ?? 0) + amountCents;
  const settled = paidCents >= documentTotals(document.lines).totalCents;
  return { ...document, paidCents, ...(settled && { status: 'paid' as const }) };
}
