import { expect, it } from 'vitest';
import { Notices } from '$lib/desk/shell/notices.svelte';
import { demoScene } from '../../../../tests/builders/demo-scene';
import { recallWords } from './words';

const MINUTE = 60_000;
const at = (examMs: number) => ({
  words: [
    { text: 'Bon courage.', t: MINUTE },
    { text: 'Il reste dix minutes.', t: 20 * MINUTE }
  ],
  scene: demoScene(),
  clock: { examMs: () => examMs, story: () => 0, remainingMs: () => 0, running: true }
});
const shownAt = (examMs: number) => {
  const notices = new Notices(() => null);
  recallWords(at(examMs), notices);
  return { corner: notices.shown.map(({ body }) => body), trail: notices.trail.map(({ body }) => body) };
};

it('shows a recent word of the proctor again after a reload, and keeps them all in the trail', () => {
  expect(shownAt(22 * MINUTE)).toEqual({
    corner: ['Il reste dix minutes.'],
    trail: ['Il reste dix minutes.', 'Bon courage.']
  });
});

it('does not bring an old word back to the corner', () => {
  expect(shownAt(28 * MINUTE)).toEqual({
    corner: [],
    trail: ['Il reste dix minutes.', 'Bon courage.']
  });
});
