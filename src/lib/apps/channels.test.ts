import { describe, expect, it } from 'vitest';
import { ScriptedDesk } from '../../../tests/builders/scripted-desk';
import * as chat from './chat/events';
import { chatBadge } from './chat/badge';
import { conversationWith, type ChatState } from './chat/model';
import * as phone from './phone/events';
import { currentCall, heldCalls, ringingCall, type PhoneState } from './phone/model';
import * as reception from './reception/events';
import { lineOf, receivedVisit, type ReceptionState } from './reception/model';
import { waitingVisits } from './reception/waiting';

const MINUTE = 60_000;

const VISIT = `
  - id: livreur
    a: "00:02"
    visite:
      de: aubry
      apparence: Un livreur
      patience: 5 min
      dialogue:
        bonjour:
          dit: "Bonjour, une livraison à signer."
          remet: cgv.pdf
          choix: [{ id: nom, texte: "Votre nom, s’il vous plaît ?", vers: nom }]
        nom:
          dit: "Jean Aubry, du Clos angevin."
          choix:
            - { id: noter, action: registre, si: { contient_tout: [aubry, morvan] }, vers: inscrit }
            - { id: noter_mal, action: registre, vers: bacle }
        inscrit: { dit: "Merci.", choix: [{ id: appeler, action: prevenir, pour: directrice, vers: message }] }
        message: { dit: "Elle n’est pas là ?", choix: [{ id: prendre, action: message, si: { contient: rappeler }, vers: fini }] }
        bacle: { dit: "Au revoir.", fin: bacle }
        fini: { dit: "Merci, au revoir.", fin: recu }
`;

describe('a visitor received in the window', () => {
  const now = (desk: ScriptedDesk) => desk.state<ReceptionState>('reception');

  it('speaks, hands a paper over, is registered, announced, leaves a message and goes', async () => {
    const desk = await ScriptedDesk.playing(VISIT);
    desk.waitUntil(3 * MINUTE);
    const visit = waitingVisits(now(desk))[0]!.id;
    desk.does(reception.visitorReceived({ visit }));
    const received = receivedVisit(now(desk))!;
    expect(received.documents).toMatchObject([{ name: 'cgv.pdf' }]);
    desk.does(reception.answerChosen({ visit, ...received.choices[0]! }));
    expect(receivedVisit(now(desk))?.turns.at(-1)?.text).toBe('Jean Aubry, du Clos angevin.');
    const written = {
      line: 'l-1',
      visit,
      name: 'Jean Aubry',
      organisation: 'Clos angevin',
      purpose: 'Livraison',
      host: 'directrice',
      identity: true,
      badge: '4',
      arrival: '08:34'
    };
    desk.does(reception.visitorRegistered(written));
    expect(lineOf(now(desk), visit)).toMatchObject({ name: 'Jean Aubry', badge: '4' });
    expect(receivedVisit(now(desk))?.turns.at(-1)?.text).toBe('Merci.');
    desk.does(reception.colleagueTold({ visit, person: 'directrice' }));
    expect(receivedVisit(now(desk))).toMatchObject({ slip: true });
    const slip = { to: 'directrice', caller: 'Jean Aubry', number: '', subject: 'Livraison', urgent: false };
    desk.does(reception.slipWritten({ slip: 's-1', visit, ...slip, callBack: true }));
    expect(desk.issues('livreur')).toEqual(['recu']);
    desk.waitUntil(4 * MINUTE);
    expect(now(desk).visits).toMatchObject([{ state: 'left', how: 'received' }]);
  });

  it('waits when asked to, is taken back where the talk stood, and is shown out', async () => {
    const desk = await ScriptedDesk.playing(VISIT);
    desk.waitUntil(3 * MINUTE);
    const visit = waitingVisits(now(desk))[0]!.id;
    desk.does(reception.visitorReceived({ visit }));
    desk.does(reception.visitorHeld({ visit }));
    expect(waitingVisits(now(desk))).toMatchObject([{ state: 'held', choices: [] }]);
    desk.does(reception.visitorReceived({ visit }));
    expect(receivedVisit(now(desk))?.choices).toHaveLength(1);
    desk.does(reception.visitorDismissed({ visit }));
    expect(desk.issues('livreur')).toEqual(['econduit']);
    expect(now(desk).visits).toMatchObject([{ state: 'left', how: 'dismissed' }]);
  });

  it('leaves tired when nobody comes', async () => {
    const desk = await ScriptedDesk.playing(VISIT);
    desk.waitUntil(7 * MINUTE);
    expect(now(desk).visits).toMatchObject([{ state: 'left', how: 'tired' }]);
  });
});

describe('instant messages of the window', () => {
  it('are answered by a ready answer that a second try leaves in place', async () => {
    const desk = await ScriptedDesk.playing(`
  - id: salle
    a: "00:02"
    discussion:
      de: directrice
      relance: { apres: 1 min, dit: "Vous avez vu ?" }
      dialogue:
        demande:
          dit: "La salle est libre ?"
          choix: [{ id: oui, texte: "Oui.", vers: merci }]
        merci: { dit: "Merci.", fin: repondu }
`);
    const talk = () => conversationWith(desk.state<ChatState>('chat'), 'directrice');
    desk.waitUntil(3 * MINUTE);
    desk.does(chat.chatSent({ message: 'm-1', person: 'directrice', text: 'Bonjour' }));
    expect(talk()).toMatchObject({ unread: 2, choices: [{ label: 'Oui.' }] });
    desk.does(chat.chatRead({ person: 'directrice' }));
    expect(chatBadge(desk.state('chat'))).toBe(0);
    desk.does(chat.chatChosen({ message: 'm-2', person: 'directrice', ...talk().choices[0]! }));
    expect(desk.issues('salle')).toEqual(['repondu']);
    expect(talk().messages.map(({ text }) => text)).toEqual([
      'La salle est libre ?',
      'Vous avez vu ?',
      'Bonjour',
      'Oui.',
      'Merci.'
    ]);
  });

  it('say once that a notice was opened and that a person was read', async () => {
    const desk = await ScriptedDesk.playing(`
  - { id: info, a: "00:01", annonce: { titre: Exercice, texte: "Évacuation à 11 h." } }
  - { id: suite, quand: { fois: 2, de: { fait: annonce.lue, annonce: info } }, annonce: { titre: Deux, texte: Deux } }
  - { id: lu, quand: { fait: discussion.lue, avec: directrice }, annonce: { titre: Lu, texte: Lu } }
`);
    desk.waitUntil(MINUTE);
    const { notices } = desk.state<ChatState>('chat');
    const notice = notices[0]!.id;
    desk.does(chat.noticeRead({ notice }));
    desk.waitUntil(2 * MINUTE);
    desk.does(chat.noticeRead({ notice }));
    expect(desk.issues('suite')).toEqual([]);
    desk.does(chat.chatRead({ person: 'directrice' }));
    expect(desk.issues('lu')).toEqual(['arrive']);
  });
});

describe('calls of the window', () => {
  it('wait on hold while a second one rings, and are taken back one at a time', async () => {
    const desk = await ScriptedDesk.playing(`
  - id: premier
    a: "00:02"
    appel:
      de: aubry
      attente: 5 min
      dialogue:
        bonjour: { dit: "Bonjour, Aubry.", choix: [{ id: oui, texte: "Oui.", vers: fini }] }
        fini: { dit: "Merci.", fin: ok }
  - id: second
    a: "00:03"
    appel: { de: directrice, dialogue: { bonjour: { dit: "C’est moi.", saisie: [{ vers: fin }] }, fin: { dit: "Bien.", fin: ok } } }
`);
    const state = () => desk.state<PhoneState>('phone');
    desk.waitUntil(2 * MINUTE);
    const first = ringingCall(state())!.id;
    desk.does(phone.callPickedUp({ call: first }));
    desk.does(phone.callHeld({ call: first }));
    desk.waitUntil(3 * MINUTE);
    const second = ringingCall(state())!.id;
    desk.does(phone.callResumed({ call: first }));
    expect(heldCalls(state()).map(({ id }) => id)).toEqual([first]);
    desk.does(phone.callPickedUp({ call: second }));
    desk.does(phone.callHeld({ call: second }));
    desk.does(phone.callResumed({ call: first }));
    expect(currentCall(state())).toMatchObject({ id: first, choices: [{ label: 'Oui.' }] });
    desk.does(phone.answerChosen({ call: first, ...currentCall(state())!.choices[0]! }));
    expect(desk.issues('premier')).toEqual(['ok']);
    expect(heldCalls(state()).map(({ id }) => id)).toEqual([second]);
    desk.waitUntil(8 * MINUTE);
    expect(state().calls.find(({ id }) => id === second)).toMatchObject({ state: 'ended', gaveUp: true });
  });
});
