import { byAuthor, type AppModel } from '../../desk/app-model';
import type { Slip } from '../../desk/talk/slip';
import { withTurn, type Choice, type Turn } from '../../desk/talk/turn';
import type { DeskEvent } from '../../log/entry';
import { visitorArrived, visitorHandedOver, visitorLeft, visitorSaid } from '../../log/script-world';
import type { Attachment, Person } from '../../scene/scene';
import * as events from './events';
import { changeRegister, type RegisterLine } from './register';
import { seedReception } from './seed';

/** Somebody who came. */
export interface Visit {
  readonly id: string;
  /** What the eye sees: « Un livreur ». */
  readonly label: string;
  readonly arrivedMs: number;
  /** `held`: was received, then asked to wait. */
  readonly state: 'waiting' | 'received' | 'held' | 'left';
  /** `tired`: waited too long; `dismissed`: the candidate took leave. */
  readonly how?: 'received' | 'tired' | 'closed' | 'dismissed';
  /** Exam time since when they wait, stand at the desk, or are gone. */
  readonly sinceMs: number;
  readonly turns: readonly Turn[];
  /** What may be answered now; empty while there is nothing to answer. */
  readonly choices: readonly Choice[];
  readonly typed: boolean;
  /** A message slip makes sense now. */
  readonly slip: boolean;
  /** Papers handed over, oldest first. */
  readonly documents: readonly Attachment[];
}

export interface VisitSlip extends Slip {
  readonly visit: string;
}

export type ReceptionView = 'visitors' | 'register' | 'slips';

export interface ReceptionState {
  /** In the order of their arrival. */
  readonly visits: readonly Visit[];
  /** In the order of the lines. */
  readonly register: readonly RegisterLine[];
  readonly slips: readonly VisitSlip[];
  readonly view: ReceptionView;
  readonly people: readonly Person[];
}

const NO_OFFER = { choices: [], typed: false, slip: false } as const;

const patch = (state: ReceptionState, id: string, change: (visit: Visit) => Visit): ReceptionState => ({
  ...state,
  visits: state.visits.map((visit) => (visit.id === id ? change(visit) : visit))
});

/** Who stands at the desk: one person at a time. */
export const receivedVisit = (state: ReceptionState): Visit | undefined =>
  state.visits.find((visit) => visit.state === 'received');

/** A visitor's line of the register, when it is written. */
export const lineOf = (state: ReceptionState, visit: string): RegisterLine | undefined =>
  state.register.find((line) => line.visit === visit);

const leaves = (visit: Visit, how: NonNullable<Visit['how']>, at: number): Visit => ({
  ...visit,
  ...NO_OFFER,
  state: 'left',
  how,
  sinceMs: at
});

function reduceScript(state: ReceptionState, event: DeskEvent): ReceptionState {
  const atMs = event.t;
  if (visitorArrived.is(event)) {
    const { visit: id, label } = event.d;
    const arrived: Visit = {
      id,
      label,
      arrivedMs: atMs,
      sinceMs: atMs,
      state: 'waiting',
      turns: [],
      ...NO_OFFER,
      documents: []
    };
    return { ...state, visits: [...state.visits.filter((visit) => visit.id !== id), arrived] };
  }
  if (visitorSaid.is(event)) {
    const { visit: id, text, lang, audio, choices, typed, slip } = event.d;
    return patch(state, id, (visit) => ({
      ...withTurn(visit, { who: 'caller', text, lang, atMs, ...(audio && { audio }) }),
      // Said before they were asked to wait, heard after: what may be answered comes back with them.
      ...(visit.state === 'received' ? { choices, typed, slip } : NO_OFFER)
    }));
  }
  if (visitorHandedOver.is(event)) {
    const document = event.d.document as Attachment;
    return patch(state, event.d.visit, (visit) => ({
      ...withTurn(visit, { who: 'note', text: `Document remis\u00a0: ${document.name}`, atMs }),
      documents: [...visit.documents, document]
    }));
  }
  if (visitorLeft.is(event)) {
    const { visit: id, how } = event.d;
    return patch(state, id, (visit) => (visit.how === 'dismissed' ? visit : leaves(visit, how, atMs)));
  }
  return state;
}

const noted = (visit: Visit, text: string, atMs: number): Visit =>
  withTurn(visit, { who: 'note', text, atMs });

const answered = (state: ReceptionState, id: string, text: string, atMs: number): ReceptionState =>
  patch(state, id, (visit) => ({ ...withTurn(visit, { who: 'me', text, atMs }), ...NO_OFFER }));

function reduceTalk(state: ReceptionState, event: DeskEvent): ReceptionState | null {
  const atMs = event.t;
  if (events.visitorReceived.is(event)) {
    // One visitor at a time: another one at the desk keeps this one waiting.
    if (receivedVisit(state)) return state;
    return patch(state, event.d.visit, (visit) =>
      visit.state === 'waiting' || visit.state === 'held'
        ? {
            ...noted(visit, visit.state === 'held' ? 'Visiteur repris' : 'Visiteur accueilli', atMs),
            state: 'received',
            sinceMs: atMs
          }
        : visit
    );
  }
  if (events.visitorHeld.is(event))
    return patch(state, event.d.visit, (visit) =>
      visit.state === 'received'
        ? { ...noted(visit, 'Visiteur prié de patienter', atMs), ...NO_OFFER, state: 'held', sinceMs: atMs }
        : visit
    );
  if (events.answerChosen.is(event)) return answered(state, event.d.visit, event.d.label, atMs);
  if (events.lineSpoken.is(event)) return answered(state, event.d.visit, event.d.text, atMs);
  if (events.visitorDismissed.is(event))
    return patch(state, event.d.visit, (visit) =>
      visit.state === 'left' ? visit : leaves(noted(visit, 'Fin de la visite', atMs), 'dismissed', atMs)
    );
  return null;
}

function reduceCandidate(state: ReceptionState, event: DeskEvent): ReceptionState {
  const atMs = event.t;
  const talked = reduceTalk(state, event);
  if (talked) return talked;
  if (events.visitorRegistered.is(event)) {
    const { visit, line } = event.d;
    const isNew = !state.register.some((other) => other.id === line);
    const next = { ...state, register: changeRegister(state.register, event) };
    return visit === undefined
      ? next
      : patch(next, visit, (item) =>
          noted(item, isNew ? 'Visiteur inscrit au registre' : 'Registre corrigé', atMs)
        );
  }
  if (events.departureNoted.is(event)) return { ...state, register: changeRegister(state.register, event) };
  if (events.colleagueTold.is(event)) {
    const { visit, person } = event.d;
    const name = state.people.find(({ id }) => id === person)?.name ?? person;
    return patch(state, visit, (item) => noted(item, `Collègue prévenu\u00a0: ${name}`, atMs));
  }
  if (events.slipWritten.is(event)) {
    const { slip, ...rest } = event.d;
    const next = { ...state, slips: [...state.slips, { id: slip, ...rest, atMs }] };
    return patch(next, rest.visit, (visit) => noted(visit, 'Message noté', atMs));
  }
  if (events.viewChosen.is(event)) return { ...state, view: event.d.view };
  return state;
}

export const receptionModel: AppModel<ReceptionState> = {
  id: 'reception',
  events: events.receptionEvents,
  open: seedReception,
  reduce: byAuthor(reduceScript, reduceCandidate)
};
