import { describe, expect, it } from 'vitest';
import { demoScene } from '../../../../tests/builders/demo-scene';
import { parseStory } from '../../kernel/story-time';
import { deadlineWarnings } from './deadline-warnings';
import type { HandInState } from './model';
import { openHandIn } from './seed';
import { keptWords, punctuality } from './words';

const MINUTE = 60_000;
const scene = demoScene({ storyStart: '2026-03-17 08:32' });
const start = parseStory('2026-03-17 08:32')!;
const waiting = openHandIn(scene);
const receipt = { id: 'r', task: 'reclamation', deliverable: 'lettre', file: 'c', origin: 'f', name: 'L' };
const handedIn: HandInState = { ...waiting, receipts: [{ ...receipt, atMs: 1, late: false }] };
const told = (before: number, now: number, state = waiting) =>
  deadlineWarnings(scene.tasks, state, before, now, start).map(({ title, body, tone }) => [
    title.replaceAll('\u00a0', ' '),
    body,
    tone
  ]);

describe('a deadline that draws near (20 minutes)', () => {
  const SUBJECT = 'Répondre à la réclamation de M. Aubry';

  it('is said fifteen and five minutes before, once each', () => {
    expect(told(5 * MINUTE - 1, 5 * MINUTE)).toEqual([['Échéance à 8 h 52, dans 15 min', SUBJECT, 'info']]);
    expect(told(5 * MINUTE, 6 * MINUTE)).toEqual([]);
    expect(told(15 * MINUTE - 200, 15 * MINUTE + 100)).toEqual([
      ['Échéance à 8 h 52, dans 5 min', SUBJECT, 'warn']
    ]);
  });

  it('is said once after a long absence, and no more when it has passed', () => {
    expect(told(0, 16 * MINUTE)).toEqual([['Échéance à 8 h 52, dans 5 min', SUBJECT, 'warn']]);
    expect(told(0, 20 * MINUTE)).toEqual([]);
  });

  it('is not said of what has been handed in', () => {
    expect(told(0, 5 * MINUTE, handedIn)).toEqual([]);
  });
});

describe('the words of « Remise »', () => {
  const plain = (text: string) => text.replaceAll('\u00a0', ' ');

  it('say by how much a production is late', () => {
    expect(punctuality({ late: false, atMs: 5 }, 10)).toBe('à l’heure');
    expect(plain(punctuality({ late: true, atMs: 32 * MINUTE + 5 }, 20 * MINUTE))).toBe(
      'en retard (+ 12 min)'
    );
    expect(punctuality({ late: true, atMs: 20 * MINUTE }, 20 * MINUTE)).toBe('en retard');
  });

  it('say calmly that a copy was kept', () => {
    expect(plain(keptWords('10 h 30', 1))).toBe('Échéance de 10 h 30 passée : une copie a été conservée');
    expect(plain(keptWords('10 h 30', 0))).toBe('Échéance de 10 h 30 passée : rien n’était à conserver');
  });
});
