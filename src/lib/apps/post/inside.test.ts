import { describe, expect, it } from 'vitest';
import { demoScene } from '../../../../tests/builders/demo-scene';
import type { DeskEvent, Gesture } from '../../log/entry';
import { letterContentRevealed } from '../../log/script-world';
import type { SceneLetter } from '../../scene/scene';
import { letterDistributed, letterOpened } from './events';
import { postFacts } from './facts';
import { deskReader } from '../../desk/fold';
import { scannable } from './letter-desk';
import { postModel } from './model';
import { insideOf, type PostState } from './state';
import { insideWords, nothingToScan } from './words';

const sheet = {
  name: 'Bail.pdf',
  kind: 'pdf',
  mediaType: 'application/pdf',
  size: 9,
  blob: 'a'.repeat(64)
} as const;
const sealed: SceneLetter = {
  id: 'l-1',
  nature: 'letter',
  envelope: { sender: 'Étude Pineau', addressee: 'Claire Morvan' }
};
const former = { ...sealed, content: [sheet] } as unknown as SceneLetter;
const event = (gesture: Gesture, by: DeskEvent['by'] = 'candidate'): DeskEvent => ({ ...gesture, by, t: 7 });
const opened = event(letterOpened({ letter: 'l-1' }));
const given = event(letterDistributed({ letter: 'l-1', to: 'directrice', note: '' }));
const told = event(letterContentRevealed({ letter: 'l-1', content: [{ ...sheet }] }), 'script');
const fold = (letter: SceneLetter, ...list: DeskEvent[]): PostState =>
  list.reduce(postModel.reduce, postModel.open(demoScene({ letters: [letter] })));
const after = (letter: SceneLetter, ...list: DeskEvent[]) => insideOf(fold(letter, ...list).letters[0]!);

describe('what is inside a letter', () => {
  it('is on its way between the opening and the server’s answer', () => {
    expect(after(sealed)).toBe('sealed');
    expect(after(sealed, opened)).toBe('opening');
    expect(after(sealed, opened, told)).toEqual([sheet]);
  });

  it('shows even when the paper has left the desk meanwhile, and cannot be opened twice', () => {
    const post = fold(sealed, opened, given, told);
    expect(post.letters[0]).toMatchObject({ openedMs: 7, content: [sheet], place: { kind: 'person' } });
    expect(after(sealed, opened, told, { ...opened, t: 99 })).toEqual([sheet]);
    expect(fold(sealed, opened, told, { ...opened, t: 99 }).letters[0]?.openedMs).toBe(7);
  });

  it('stays hidden in a scene that was mastered with it, until opened', () => {
    expect(after(former)).toBe('sealed');
    expect(scannable(fold(former).letters[0]!)).toEqual([]);
    expect(after(former, opened)).toEqual([sheet]);
    expect(scannable(fold(former, opened).letters[0]!)).toMatchObject([{ label: 'Contenu' }]);
  });

  it('is not asked for by opening what never came, or has left sealed', () => {
    const factsAfter = (post: PostState, gesture: DeskEvent) =>
      postFacts(gesture, deskReader(demoScene(), { post }));
    expect(factsAfter(fold(sealed, opened), opened)).toEqual([{ fait: 'pli.ouvert', pli: 'l-1' }]);
    expect(factsAfter(fold(sealed, given, opened), opened)).toEqual([]);
    expect(factsAfter(fold(sealed), event(letterOpened({ letter: 'l-2' })))).toEqual([]);
  });
});

describe('the words under an envelope', () => {
  const here = { gone: false, readOnly: false, reachable: true };
  it.each([
    ['sealed', here, 'Une fois ouvert, un pli ne peut plus être refermé.'],
    ['sealed', { ...here, gone: true }, ''],
    ['sealed', { ...here, readOnly: true }, ''],
    ['opening', here, 'Ouverture…'],
    ['opening', { ...here, reachable: false }, 'Le contenu s’affichera au retour du réseau.'],
    ['opening', { ...here, readOnly: true }, 'Le contenu n’a pas eu le temps de s’afficher sur le poste.'],
    [[], here, 'Il n’y a aucun papier à l’intérieur.'],
    [[sheet as never], here, '']
  ] as const)('are, when it is %j in %j, « %s »', (inside, at, words) =>
    expect(insideWords(inside, at)).toBe(words)
  );

  it.each([
    ['sealed', 'Rien à numériser tant que le pli est fermé'],
    ['opening', 'Rien à numériser tant que le contenu n’est pas affiché'],
    [[], 'Rien à numériser']
  ] as const)('and on the scanner, « %s » as %s', (inside, words) =>
    expect(nothingToScan(inside)).toBe(words)
  );
});
