import type { ReceptionState, Visit } from './model';

/** Who waits, first come first: those never received and those asked to wait. Apart from the model, which few desks load. */
export const waitingVisits = (state: ReceptionState): readonly Visit[] =>
  state.visits.filter((visit) => visit.state === 'waiting' || visit.state === 'held');

/** Visitors who wait: what the taskbar counts. */
export const receptionBadge = (state: ReceptionState): number => waitingVisits(state).length;
