import type { DeskReader } from '../desk/app-model';
import type { Gesture } from '../log/entry';
import type { Fact } from '../log/facts';
import * as agenda from './agenda/events';
import type { AgendaState } from './agenda/model';
import { dayOf, instantIn, listIn, numberIn, wordsIn } from './fact-values';
import type { GesturesOf } from './gestures';
import * as orders from './orders/events';
import { FACT_KINDS } from './orders/facts';
import type { OrdersDocument, OrdersState } from './orders/state';

/** Sales documents, notes on customers, appointments. */
export const officeGestures: GesturesOf = (fact, desk, newId) => {
  if (fact.fait === 'note.client')
    return [orders.noteAdded({ customer: customerOf(fact, desk), text: wordsIn(fact, 'texte') })];
  return fact.fait.startsWith('piece.')
    ? salesGestures(fact, desk, newId)
    : agendaGestures(fact, desk, newId);
};

const ordersOf = (desk: DeskReader): OrdersState => desk.state<OrdersState>('orders');

function customerOf(fact: Fact, desk: DeskReader): string {
  const text = wordsIn(fact, 'client');
  const known = Object.values(ordersOf(desk).customers).find(({ id, number, name }) =>
    [id, number, name].includes(text)
  );
  return known?.id ?? text;
}

type Kind = OrdersDocument['kind'];
const kindOf = (fact: Fact): Kind =>
  (Object.entries(FACT_KINDS).find(([, words]) => words === wordsIn(fact, 'type'))?.[0] ?? 'quote') as Kind;

/** One line that comes to the amounts of the fact; a fact without amounts has no line yet. */
function linesOf(fact: Fact) {
  const vat = numberIn(fact, 'tva');
  const total = numberIn(fact, 'total');
  const net =
    numberIn(fact, 'ht') ?? (total === null ? null : vat === null ? Math.round(total / 1.2) : total - vat);
  if (net === null || net === 0) return [];
  const tax = vat ?? (total === null ? Math.round(net / 5) : total - net);
  const line = {
    product: null,
    label: 'Selon le parcours joué',
    quantity: 1,
    priceCents: net,
    discountBp: 0,
    vatBp: Math.min(10_000, Math.max(0, Math.round((tax * 10_000) / net)))
  };
  return [line];
}

/** The document that a fact is about: by its number, else the last one of its kind for its customer. */
function documentOf(fact: Fact, desk: DeskReader, wanted: (doc: OrdersDocument) => boolean) {
  const number = wordsIn(fact, 'numero');
  const own = Object.values(ordersOf(desk).documents).filter(wanted);
  const kind = kindOf(fact);
  const customer = customerOf(fact, desk);
  return (
    own.find((doc) => number !== '' && doc.number === number) ??
    own.findLast((doc) => doc.kind === kind && doc.customer === customer && doc.changedMs > 0)
  );
}

const salesGestures: GesturesOf = (fact, desk, newId) => {
  const isDraft = (doc: OrdersDocument) => doc.number === null;
  const numbered = documentOf(fact, desk, (doc) => !isDraft(doc))?.id;
  switch (fact.fait) {
    case 'piece.creee':
      return [created(fact, desk, newId('doc'))];
    case 'piece.validee': {
      const draft = documentOf(fact, desk, isDraft);
      const id = draft?.id ?? newId('doc');
      return [
        ...(draft ? [orders.linesSet({ id, lines: linesOf(fact) })] : [created(fact, desk, id)]),
        orders.documentValidated({ id })
      ];
    }
    case 'piece.acceptee':
      return numbered ? [orders.documentAccepted({ id: numbered })] : [];
    case 'piece.annulee':
      return numbered ? [orders.documentCancelled({ id: numbered })] : [];
    default:
      return numbered ? [orders.documentPrinted({ id: numbered })] : [];
  }
};

function created(fact: Fact, desk: DeskReader, id: string): Gesture {
  const number = wordsIn(fact, 'source');
  const source = Object.values(ordersOf(desk).documents).find(
    (doc) => doc.number === number && number !== ''
  );
  return orders.documentCreated({
    id,
    kind: kindOf(fact),
    customer: customerOf(fact, desk),
    ...(source && { source: source.id }),
    lines: linesOf(fact),
    date: instantIn(fact, 'date').slice(0, 10) || dayOf(desk)
  });
}

const agendaGestures: GesturesOf = (fact, desk, newId) => {
  const { appointments, calendars } = desk.state<AgendaState>('agenda');
  const id = wordsIn(fact, 'rendezvous');
  const title = wordsIn(fact, 'titre');
  const before = appointments[id] ?? Object.values(appointments).find((one) => one.title === title);
  if (fact.fait === 'rendezvous.supprime')
    return before ? [agenda.appointmentDeleted({ appointment: before.id })] : [];
  const named = listIn(fact, 'calendriers');
  const own = calendars.filter((calendar) => named.includes(calendar.id) || named.includes(calendar.name));
  const values = {
    title: title || (before?.title ?? '…'),
    calendars: own.length > 0 ? own.map((calendar) => calendar.id) : [...(before?.calendars ?? [])],
    start: instantIn(fact, 'debut') || (before?.start ?? ''),
    end: instantIn(fact, 'fin') || (before?.end ?? ''),
    allDay: before?.allDay ?? false,
    place: wordsIn(fact, 'lieu') || (before?.place ?? ''),
    note: before?.note ?? ''
  };
  if (!values.start || !values.end) return [];
  return fact.fait === 'rendezvous.modifie' && before && !before.fixed
    ? [agenda.appointmentChanged({ appointment: before.id, ...values })]
    : [agenda.appointmentCreated({ appointment: newId('appointment'), ...values })];
};
