import { describe, expect, it } from 'vitest';
import type { DeskEvent, Gesture } from '$lib/log/entry';
import { phoneEnded, phoneRang, phoneVoicemailLeft } from '$lib/log/script-events';
import { chatReceived, visitorArrived, visitorLeft } from '$lib/log/script-world';
import { noticeOf, type CallOfNotice, type Lookup } from './arrivals';

const script = (gesture: Gesture): DeskEvent => ({ ...gesture, by: 'script', t: 0 });
const ended = script(phoneEnded({ call: 'c', how: 'missed' }));
const desk = (more: Partial<Lookup> = {}): Lookup => ({
  callOf: () => undefined,
  nameOf: (person) => (person === 'directrice' ? 'Claire Morvan' : undefined),
  visitorOf: () => 'Un livreur',
  isReading: () => false,
  ...more
});
const told = (event: DeskEvent, call?: CallOfNotice) => noticeOf(event, desk({ callOf: () => call }))?.title;

describe('what arrives, in the corner', () => {
  it('names who was missed', () => {
    expect(told(ended, { name: 'Jean Aubry', direction: 'in' })).toBe('Appel manqué de Jean Aubry');
  });

  it('does not call missed a call that the candidate made', () => {
    expect(told(ended, { name: 'Claire Morvan', direction: 'out' })).toBe(
      'Claire Morvan\u00a0: personne ne répond'
    );
  });

  it('names who left a voice message, and lets the ringing telephone show itself', () => {
    const left = { call: 'c', name: 'Jean Aubry', number: '', text: 'Bonjour', lang: 'fr' as const };
    expect(told(script(phoneVoicemailLeft(left)))).toBe('Message vocal de Jean Aubry');
    expect(told(script(phoneRang({ call: 'c', name: 'Jean Aubry', number: '', ringMs: 1 })))).toBeUndefined();
  });

  it('names who gave up on hold, and says nothing of a call that ended as calls do', () => {
    const over = script(phoneEnded({ call: 'c', how: 'hung-up' }));
    expect(told(over, { name: 'Jean Aubry', direction: 'in', gaveUp: true })).toBe('Jean Aubry a raccroché');
    expect(told(over, { name: 'Jean Aubry', direction: 'in' })).toBeUndefined();
  });

  it('quotes a message, unless its conversation is in front', () => {
    const text = 'La salle est-elle libre ? '.repeat(9);
    const message = script(chatReceived({ message: 'm', person: 'directrice', text, choices: [] }));
    const notice = noticeOf(message, desk());
    expect(notice).toMatchObject({
      title: 'Claire Morvan vous écrit',
      open: { app: 'chat', intent: { person: 'directrice' } }
    });
    expect(notice?.body).toHaveLength(120);
    expect(noticeOf(message, desk({ isReading: (person) => person === 'directrice' }))).toBeNull();
  });

  it('lets a visitor’s card show itself, and says who left without being received', () => {
    const came = script(visitorArrived({ visit: 'v', label: 'Un livreur', patienceMs: 1 }));
    expect(told(came)).toBeUndefined();
    expect(told(script(visitorLeft({ visit: 'v', how: 'tired' })))).toBe(
      'Un livreur\u00a0: reparti, las d’attendre'
    );
    expect(told(script(visitorLeft({ visit: 'v', how: 'received' })))).toBeUndefined();
  });
});
