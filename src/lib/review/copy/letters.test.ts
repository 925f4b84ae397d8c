import { describe, expect, it } from 'vitest';
import { demoScene } from '../../../../tests/builders/demo-scene';
import { FIRST_PREV, type Author, type Entry, type Gesture } from '../../log/entry';
import type { Fact } from '../../log/facts';
import { letterContentRevealed, letterDelivered } from '../../log/script-world';
import { Letters } from './letters';

const envelope = { sender: 'Étude Pineau et associés, 3, place du Ralliement', addressee: 'Claire Morvan' };
const entry = (n: number, by: Author, gesture: Gesture): Entry => ({
  ...{ n, t: n * 1000, wall: n, by, prev: FIRST_PREV, hash: '' },
  ...gesture
});
const gesture = (type: string): Gesture => ({ type, v: 1, d: {} });
const letters = (): Letters =>
  new Letters(demoScene({ letters: [{ id: 'l-1', nature: 'letter', envelope }] }));
const traced = (fact: Fact, type = 'post.any') => {
  const post = letters();
  post.add(entry(4, 'candidate', gesture(type)), [fact]);
  return post.traces().map(({ title, detail }) => `${title} | ${detail}`);
};

describe('the traces of the paper post', () => {
  it.each([
    [{ fait: 'pli.tamponne', pli: 'l-1' }, 'Étude Pineau et associés | Tamponné'],
    [
      { fait: 'pli.distribue', pli: 'l-1', pour: 'directrice', ouvert: false },
      'Étude Pineau et associés | Remis à Claire Morvan, fermé'
    ],
    [
      { fait: 'pli.enregistre', pli: 'l-1', sens: 'arrivee', numero: 'A-001', expediteur: 'Étude Pineau' },
      'A-001 — Étude Pineau | Inscrit au registre arrivée'
    ],
    [
      {
        fait: 'pli.expedie',
        nom: 'Lettre.docx',
        destinataire: 'M. Aubry\n8, rue du Clos',
        mode: 'lettre verte'
      },
      'M. Aubry | Expédié en lettre verte\u00a0: Lettre.docx'
    ]
  ])('tell %j', (fact, words) => expect(traced(fact)).toEqual([words]));

  it('tell a correction of the register from its first line', () => {
    const fact = { fait: 'pli.enregistre', sens: 'depart', numero: 'D-001', destinataire: 'M. Aubry' };
    expect(traced(fact, 'post.entry-corrected')).toEqual(['D-001 — M. Aubry | Ligne du registre corrigée']);
  });

  it('leave the other facts to others', () => {
    expect(traced({ fait: 'courriel.envoye', objet: 'Bonjour' })).toEqual([]);
  });

  it('show an opened letter with what was told of its inside; in an older log, as it was', () => {
    const post = letters();
    const late = { letter: 'l-2', nature: 'letter' as const, envelope: { ...envelope, sender: 'Mairie' } };
    post.add(entry(1, 'script', letterDelivered(late)), []);
    post.add(entry(2, 'candidate', gesture('post.opened')), [{ fait: 'pli.ouvert', pli: 'l-2' }]);
    post.add(entry(3, 'script', letterContentRevealed({ letter: 'l-2', content: [] })), []);
    post.add(entry(8, 'candidate', gesture('post.opened')), [{ fait: 'pli.ouvert', pli: 'l-1' }]);
    expect(post.traces()).toMatchObject([
      { n: 2, title: 'Mairie', detail: 'Ouvert', showing: { app: 'post', n: 3 } },
      { n: 8, title: 'Étude Pineau et associés', showing: { app: 'post', n: 8 } }
    ]);
  });
});
