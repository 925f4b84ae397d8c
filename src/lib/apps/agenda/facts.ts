import type { DeskReader, FactsOf } from '../../desk/app-model';
import type { Fact } from '../../log/facts';
import * as events from './events';
import type { AgendaState } from './model';

interface Values {
  readonly title: string;
  readonly calendars: readonly string[];
  readonly start: string;
  readonly end: string;
  readonly place: string;
}

/** `calendriers` names each calendar by its identifier and by its name, so that an author may write either. */
function fact(fait: string, values: Values, desk: DeskReader): Fact {
  const { calendars } = desk.state<AgendaState>('agenda');
  const names = calendars.filter(({ id }) => values.calendars.includes(id)).map(({ name }) => name);
  return {
    fait,
    titre: values.title,
    calendriers: [...values.calendars, ...names],
    debut: values.start,
    fin: values.end,
    lieu: values.place
  };
}

export const agendaFacts: FactsOf = (event, desk) => {
  if (events.appointmentCreated.is(event)) return [fact('rendezvous.cree', event.d, desk)];
  if (events.appointmentChanged.is(event)) {
    const kept = desk.state<AgendaState>('agenda').appointments[event.d.appointment];
    return kept && !kept.fixed ? [fact('rendezvous.modifie', event.d, desk)] : [];
  }
  // The fold has already removed it: what is left is its identifier.
  if (events.appointmentDeleted.is(event))
    return [{ fait: 'rendezvous.supprime', rendezvous: event.d.appointment }];
  return [];
};
