import { describe, expect, it } from 'vitest';
import type { DeskEvent, Gesture } from '../../log/entry';
import { phoneEnded, phoneRang, phoneSaid, phoneVoicemailLeft } from '../../log/script-events';
import { deskReader } from '../../desk/fold';
import { demoScene } from '../../../../tests/builders/demo-scene';
import * as events from './events';
import { phoneFacts } from './facts';
import { currentCall, heldCalls, phoneBadge, phoneModel, ringingCall, type PhoneState } from './model';
import { callOutcome } from './words';

const script = (gesture: Gesture, t = 0): DeskEvent => ({ ...gesture, by: 'script', t });
const mine = (gesture: Gesture, t = 0): DeskEvent => ({ ...gesture, by: 'candidate', t });
const fold = (...list: DeskEvent[]): PhoneState =>
  list.reduce(phoneModel.reduce, phoneModel.open(demoScene()));
const rang = script(
  phoneRang({ call: 'c', name: 'Jean Aubry', number: '02 61 91 22 08', person: 'aubry', ringMs: 40_000 }),
  5
);
const said = (
  text: string,
  offer: Partial<{ choices: { k: number; label: string }[]; slip: boolean }> = {}
) =>
  script(
    phoneSaid({
      call: 'c',
      text,
      lang: 'fr',
      choices: [],
      typed: false,
      slip: false,
      transfer: false,
      ...offer
    }),
    9
  );

describe('telephone', () => {
  it('rings, is picked up, keeps the transcript and offers the answers of the last line only', () => {
    const state = fold(
      rang,
      mine(events.callPickedUp({ call: 'c' })),
      said('Bonjour', { choices: [{ k: 3, label: 'Bonjour, j’écoute.' }] }),
      mine(events.answerChosen({ call: 'c', k: 3, label: 'Bonjour, j’écoute.' }))
    );
    expect(currentCall(state)?.turns.map((turn) => `${turn.who}: ${turn.text}`)).toEqual([
      'caller: Bonjour',
      'me: Bonjour, j’écoute.'
    ]);
    expect(currentCall(state)?.choices).toEqual([]);
  });

  it('counts missed calls and voice messages until they are looked at', () => {
    const missed = fold(
      rang,
      script(phoneEnded({ call: 'c', how: 'missed' })),
      script(
        phoneVoicemailLeft({
          call: 'c.v',
          name: 'Jean Aubry',
          number: '02',
          text: 'Rappelez-moi',
          lang: 'fr'
        })
      ),
      mine(events.viewChosen({ view: 'voicemail' }))
    );
    expect(phoneBadge(missed)).toBe(2);
    const heard = phoneModel.reduce(missed, mine(events.voicemailHeard({ call: 'c.v' })));
    expect(phoneBadge(heard)).toBe(1);
    expect(phoneBadge(phoneModel.reduce(heard, mine(events.viewChosen({ view: 'calls' }))))).toBe(0);
  });

  it('counts a call missed while the log of calls was the tab left open, and none that the candidate made', () => {
    const state = fold(
      mine(events.viewChosen({ view: 'calls' })),
      mine(events.numberDialled({ call: 'o', number: '201', person: 'directrice' })),
      script(phoneEnded({ call: 'o', how: 'missed' })),
      rang,
      script(phoneEnded({ call: 'c', how: 'missed' }))
    );
    expect(phoneBadge(state)).toBe(1);
    expect(phoneBadge(phoneModel.reduce(state, mine(events.viewChosen({ view: 'calls' }))))).toBe(0);
  });

  it('lets a ringing call be put off without losing it', () => {
    const state = fold(rang, mine(events.callDeferred({ call: 'c' })));
    expect(ringingCall(state)).toBeUndefined();
    expect(state.calls.map((call) => call.state)).toEqual(['put-off']);
  });

  it('takes a slip for somebody during the call', () => {
    const slip = events.slipWritten({
      slip: 's',
      call: 'c',
      to: 'directrice',
      caller: 'M. Aubry',
      number: '02 61 91 22 08',
      subject: 'Demande - 20 %',
      callBack: true,
      urgent: false
    });
    const state = fold(
      rang,
      mine(events.callPickedUp({ call: 'c' })),
      said('Notez', { slip: true }),
      mine(slip)
    );
    expect(state.slips).toHaveLength(1);
    expect(currentCall(state)?.slip).toBe(false);
    expect(phoneFacts(mine(slip), deskReader(demoScene(), { phone: state }))).toEqual([
      {
        fait: 'message.pris',
        appel: 'c',
        pour: 'directrice',
        texte: 'M. Aubry 02 61 91 22 08 Demande - 20 % à rappeler'
      }
    ]);
  });

  it('dials, and hears that nobody answers', () => {
    const state = fold(
      mine(events.numberDialled({ call: 'o', number: '201', person: 'directrice' })),
      script(phoneEnded({ call: 'o', how: 'missed' }))
    );
    expect(state.calls[0]).toMatchObject({
      direction: 'out',
      name: 'Claire Morvan',
      state: 'ended',
      how: 'missed'
    });
  });

  it('leaves a message on a machine, and says so', () => {
    const answered = script(
      phoneSaid({
        ...{ call: 'o', text: 'Laissez un message.', lang: 'fr', choices: [], typed: true },
        ...{ slip: false, transfer: false, machine: true }
      })
    );
    const dialled = mine(events.numberDialled({ call: 'o', number: '201', person: 'directrice' }));
    const spoken = mine(events.lineSpoken({ call: 'o', text: 'M. Aubry a appelé.' }));
    const state = fold(dialled, answered, spoken, script(phoneEnded({ call: 'o', how: 'hung-up' })));
    expect(state.calls[0]?.turns.map(({ who, text }) => `${who}: ${text}`)).toEqual([
      'note: Un répondeur a pris l’appel',
      'caller: Laissez un message.',
      'me: M. Aubry a appelé.',
      'note: Message laissé'
    ]);
    expect(callOutcome(state.calls[0]!)).toBe('Message laissé');
    const hungUp = fold(dialled, answered, mine(events.callHungUp({ call: 'o' })));
    expect(callOutcome(hungUp.calls[0]!)).toBe('Répondeur');
    expect(heldCalls(fold(dialled, answered, mine(events.callHeld({ call: 'o' }))))).toEqual([]);
  });

  it('keeps a call on hold whatever the order in which a post hears of things', () => {
    const picked = mine(events.callPickedUp({ call: 'c' }));
    const held = mine(events.callHeld({ call: 'c' }));
    const late = fold(rang, picked, held, said('Bonjour', { choices: [{ k: 1, label: 'Oui' }] }));
    expect(heldCalls(late)).toMatchObject([{ id: 'c', choices: [] }]);
    expect(phoneBadge(late)).toBe(1);
    const second = script(phoneRang({ call: 'd', name: 'Nadia', number: '204', ringMs: 1 }));
    const resumed = mine(events.callResumed({ call: 'c' }));
    for (const order of [
      [second, resumed],
      [resumed, second]
    ])
      expect(heldCalls(fold(rang, picked, held, ...order)).map(({ id }) => id)).toEqual(['c']);
  });

  it('says who gave up on hold', () => {
    const state = fold(
      rang,
      mine(events.callPickedUp({ call: 'c' })),
      mine(events.callHeld({ call: 'c' })),
      script(phoneEnded({ call: 'c', how: 'hung-up' }))
    );
    expect(callOutcome(state.calls[0]!)).toBe('A raccroché pendant l’attente');
  });
});
