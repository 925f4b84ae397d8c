import type { FactsOf } from '../../desk/app-model';
import { slipText } from '../../desk/talk/slip';
import * as events from './events';
import type { PhoneState } from './model';

/** What the script and the evidence may see of the telephone. Identifiers of calls are the opaque ones of the desk. */
export const phoneFacts: FactsOf = (event, desk) => {
  if (events.callPickedUp.is(event)) return [{ fait: 'appel.decroche', appel: event.d.call }];
  if (events.callDeferred.is(event)) return [{ fait: 'appel.reporte', appel: event.d.call }];
  if (events.answerChosen.is(event)) return [{ fait: 'appel.choix', appel: event.d.call, choix: event.d.k }];
  if (events.lineSpoken.is(event)) {
    const { call: appel, text: texte } = event.d;
    const call = desk.state<PhoneState>('phone').calls.find(({ id }) => id === appel);
    const said = { fait: 'appel.dit', appel, texte };
    return call?.machine
      ? [said, { fait: 'appel.message_laisse', appel, numero: call.person ?? call.number, texte }]
      : [said];
  }
  if (events.callHeld.is(event)) return [{ fait: 'appel.attente', appel: event.d.call }];
  if (events.callResumed.is(event)) return [{ fait: 'appel.repris', appel: event.d.call }];
  if (events.callTransferred.is(event))
    return [{ fait: 'appel.transfere', appel: event.d.call, poste: event.d.extension }];
  if (events.callHungUp.is(event)) return [{ fait: 'appel.raccroche', appel: event.d.call }];
  if (events.numberDialled.is(event))
    return [{ fait: 'appel.passe', appel: event.d.call, numero: event.d.person ?? event.d.number }];
  if (events.slipWritten.is(event)) {
    const { call, to } = event.d;
    return [{ fait: 'message.pris', ...(call && { appel: call }), pour: to, texte: slipText(event.d) }];
  }
  return [];
};
