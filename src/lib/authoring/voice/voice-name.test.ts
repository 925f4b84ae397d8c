import { expect, it } from 'vitest';
import { lengthWords } from './length-words';
import { voiceName } from './voice-name';

const none = { name: '', uses: 0 };

it('names a voice by its place', () => {
  expect(voiceName('appel_aubry accueil', [], none)).toBe('voix/appel-aubry-accueil.mp3');
});

it('never takes the name of another piece, whatever its case', () => {
  const taken = ['voix/Appel-accueil.mp3', 'voix/appel-accueil-2.mp3', 'appel-accueil-3.mp3'];
  expect(voiceName('appel accueil', taken, none)).toBe('voix/appel-accueil-3.mp3');
});

it('keeps its name for a new voice of the same line', () => {
  const taken = ['voix/appel-accueil-2.mp3'];
  expect(voiceName('appel accueil', taken, { name: 'voix/appel-accueil-2.mp3', uses: 1 })).toBe(
    'voix/appel-accueil-2.mp3'
  );
});

it.each([
  ['a voice that another line has too', { name: 'voix/appel-accueil.mp3', uses: 2 }],
  ['a file that the author brought', { name: 'aubry.mp3', uses: 1 }],
  ['the voice of another line', { name: 'voix/appel-fin.mp3', uses: 1 }]
])('leaves alone %s', (_, current) => {
  const taken = ['voix/appel-accueil.mp3', 'aubry.mp3', 'voix/appel-fin.mp3'];
  expect(voiceName('appel accueil', taken, current)).toBe('voix/appel-accueil-2.mp3');
});

it.each([
  [200, '1\u00a0s'],
  [7_400, '7\u00a0s'],
  [65_000, '1\u00a0min\u00a005']
])('says %d ms as a length', (ms, words) => expect(lengthWords(ms)).toBe(words));
