import { describe, expect, it } from 'vitest';
import { demoScene } from '../../../tests/builders/demo-scene';
import { earlyScene } from './early-scene';
import type { Scene } from './scene';

const letter = {
  id: 'letter-1',
  nature: 'letter' as const,
  envelope: { sender: 'Étude Pineau', addressee: 'Claire Morvan' },
  content: []
};

describe('the scene before the start', () => {
  const scene: Scene = { ...demoScene(), channels: ['post'], letters: [letter] };
  const early = earlyScene(scene);

  it('has the subject, and says which applications the post has', () => {
    expect(early).toMatchObject({ dossier: scene.dossier, tasks: scene.tasks, channels: ['post'] });
  });

  it('has nothing of the decor: no message, paper post, appointment, sale or file beside the dossier', () => {
    expect(early.letters).toBeUndefined();
    expect(early.mail.messages).toEqual([]);
    expect(early.agenda.appointments).toEqual([]);
    expect([early.orders.customers, early.orders.products, early.orders.documents]).toEqual([[], [], []]);
    expect(early.files.map(({ id }) => id)).toEqual(scene.dossier.documents);
    expect(early.folders).toEqual([]);
  });

  it('keeps to itself a member of the scene that it does not know', () => {
    const grown = { ...scene, secret: 'à venir' } as Scene;
    expect(JSON.stringify(earlyScene(grown))).not.toContain('à venir');
  });
});
