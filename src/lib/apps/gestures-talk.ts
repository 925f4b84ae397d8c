import { clockOf, type Choice } from '../desk/talk/turn';
import type { Gesture } from '../log/entry';
import * as chat from './chat/events';
import type { ChatState } from './chat/model';
import { numberIn, personIn, wordsIn } from './fact-values';
import type { GesturesOf } from './gestures';
import * as phone from './phone/events';
import type { PhoneState } from './phone/model';
import * as reception from './reception/events';
import type { ReceptionState } from './reception/model';

/** Words of an answer that was offered; what is said after a pause may not be on the screen any more. */
const labelOf = (choices: readonly Choice[] | undefined, k: number): string =>
  choices?.find((choice) => choice.k === k)?.label ?? '…';

/** Calls, visits, instant messages, notices and message slips. */
export const talkGestures: GesturesOf = (fact, desk, newId) => {
  const [area = ''] = fact.fait.split('.');
  if (area === 'appel') return phoneGestures(fact, desk, newId);
  if (area === 'visite') return visitGestures(fact, desk, newId);
  if (area === 'message') return slipGestures(fact, desk, newId);
  return area === 'annonce'
    ? [chat.noticeRead({ notice: wordsIn(fact, 'annonce') })]
    : chatGestures(fact, desk, newId);
};

const phoneGestures: GesturesOf = (fact, desk) => {
  const call = wordsIn(fact, 'appel');
  const known = desk.state<PhoneState>('phone').calls.find(({ id }) => id === call);
  const k = numberIn(fact, 'choix') ?? 0;
  const number = wordsIn(fact, 'numero');
  const person = personIn(desk, number);
  const done: Readonly<Record<string, () => Gesture>> = {
    'appel.decroche': () => phone.callPickedUp({ call }),
    'appel.reporte': () => phone.callDeferred({ call }),
    'appel.choix': () => phone.answerChosen({ call, k, label: labelOf(known?.choices, k) }),
    'appel.dit': () => phone.lineSpoken({ call, text: wordsIn(fact, 'texte') }),
    'appel.transfere': () => phone.callTransferred({ call, extension: wordsIn(fact, 'poste') }),
    'appel.raccroche': () => phone.callHungUp({ call }),
    'appel.attente': () => phone.callHeld({ call }),
    'appel.repris': () => phone.callResumed({ call }),
    'appel.passe': () => phone.numberDialled({ call, number, ...(person && { person: person.id }) })
  };
  const gesture = done[fact.fait]?.();
  return gesture ? [gesture] : [];
};

const visitGestures: GesturesOf = (fact, desk, newId) => {
  const visit = wordsIn(fact, 'visite');
  const known = desk.state<ReceptionState>('reception').visits.find(({ id }) => id === visit);
  const k = numberIn(fact, 'choix') ?? 0;
  const done: Readonly<Record<string, () => Gesture>> = {
    'visite.accueillie': () => reception.visitorReceived({ visit }),
    'visite.attente': () => reception.visitorHeld({ visit }),
    'visite.choix': () => reception.answerChosen({ visit, k, label: labelOf(known?.choices, k) }),
    'visite.dit': () => reception.lineSpoken({ visit, text: wordsIn(fact, 'texte') }),
    'visite.terminee': () => reception.visitorDismissed({ visit }),
    'visite.prevenu': () =>
      reception.colleagueTold({ visit, person: personIn(desk, wordsIn(fact, 'pour'))?.id ?? '' }),
    'visite.enregistree': () =>
      reception.visitorRegistered({
        line: newId('line'),
        ...(visit && { visit }),
        name: wordsIn(fact, 'nom') || wordsIn(fact, 'texte') || '…',
        organisation: wordsIn(fact, 'organisme'),
        purpose: wordsIn(fact, 'motif') || '…',
        host: personIn(desk, wordsIn(fact, 'pour'))?.id ?? '',
        identity: fact['identite'] === true,
        badge: wordsIn(fact, 'badge'),
        arrival: clockOf(desk.scene, known?.arrivedMs ?? 0)
      })
  };
  const gesture = done[fact.fait]?.();
  return gesture ? [gesture] : [];
};

const chatGestures: GesturesOf = (fact, desk, newId) => {
  const person = personIn(desk, wordsIn(fact, 'avec'))?.id ?? wordsIn(fact, 'avec');
  const message = newId('message');
  if (fact.fait === 'discussion.lue') return [chat.chatRead({ person })];
  if (fact.fait === 'discussion.envoyee')
    return [chat.chatSent({ message, person, text: wordsIn(fact, 'texte') })];
  const k = numberIn(fact, 'choix') ?? 0;
  const offered = desk.state<ChatState>('chat').conversations[person]?.choices;
  return [chat.chatChosen({ message, person, k, label: labelOf(offered, k) })];
};

const slipGestures: GesturesOf = (fact, desk, newId) => {
  const [call, visit] = [wordsIn(fact, 'appel'), wordsIn(fact, 'visite')];
  const caller = desk.state<PhoneState>('phone').calls.find(({ id }) => id === call);
  const values = {
    slip: newId('slip'),
    to: personIn(desk, wordsIn(fact, 'pour'))?.id ?? '',
    caller: caller?.name ?? '…',
    number: caller?.number ?? '',
    subject: wordsIn(fact, 'texte'),
    callBack: false,
    urgent: false
  };
  return visit
    ? [reception.slipWritten({ ...values, visit })]
    : [phone.slipWritten({ ...values, ...(call && { call }) })];
};
