import type { FactsOf } from '../../desk/app-model';
import { slipText } from '../../desk/talk/slip';
import * as events from './events';
import { hostName } from './register';

/** What the script and the evidence may see of the reception desk. Identifiers of visits are the opaque ones of the desk. */
export const receptionFacts: FactsOf = (event, desk) => {
  if (events.visitorReceived.is(event)) return [{ fait: 'visite.accueillie', visite: event.d.visit }];
  if (events.visitorHeld.is(event)) return [{ fait: 'visite.attente', visite: event.d.visit }];
  if (events.answerChosen.is(event))
    return [{ fait: 'visite.choix', visite: event.d.visit, choix: event.d.k }];
  if (events.lineSpoken.is(event))
    return [{ fait: 'visite.dit', visite: event.d.visit, texte: event.d.text }];
  if (events.visitorDismissed.is(event)) return [{ fait: 'visite.terminee', visite: event.d.visit }];
  if (events.colleagueTold.is(event))
    return [{ fait: 'visite.prevenu', visite: event.d.visit, pour: event.d.person }];
  if (events.slipWritten.is(event)) {
    const { visit, to } = event.d;
    return [{ fait: 'message.pris', visite: visit, pour: to, texte: slipText(event.d) }];
  }
  if (events.visitorRegistered.is(event)) {
    const { visit, name, organisation, purpose, host, identity, badge, arrival } = event.d;
    const shown = identity ? 'pièce d’identité présentée' : '';
    const written = [name, organisation, purpose, hostName(desk.scene.people, host), shown, badge, arrival];
    return [
      {
        fait: 'visite.enregistree',
        ...(visit !== undefined && { visite: visit }),
        nom: name,
        organisme: organisation,
        motif: purpose,
        pour: host,
        badge,
        identite: identity,
        texte: written.filter(Boolean).join(' ')
      }
    ];
  }
  return [];
};
