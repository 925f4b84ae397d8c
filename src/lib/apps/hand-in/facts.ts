import type { FactsOf } from '../../desk/app-model';
import { deliverableSubmitted } from './events';

/** `document.remis { tache, production, nom }`: what a task waits for. */
export const handInFacts: FactsOf = (event) =>
  deliverableSubmitted.is(event)
    ? [{ fait: 'document.remis', tache: event.d.task, production: event.d.deliverable, nom: event.d.name }]
    : [];
