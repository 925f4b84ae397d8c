import { describe, expect, it } from 'vitest';
import type { DeskEvent, Gesture } from '$lib/log/entry';
import { phoneEnded, phoneRang, phoneVoicemailLeft } from '$lib/log/script-events';
import { noticeOf, type CallOfNotice } from './arrivals';

const script = (gesture: Gesture): DeskEvent => ({ ...gesture, by: 'script', t: 0 });
const ended = script(phoneEnded({ call: 'c', how: 'missed' }));
const told = (event: DeskEvent, call?: CallOfNotice) => noticeOf(event, () => call)?.title;

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
});
