import { describe, expect, it } from 'vitest';
import { linesOf, NODE, treeOf } from './dialogue-model';

const DIALOGUE = {
  debut: {
    dit: 'Bonjour.',
    choix: [
      { id: 'oui', texte: 'Oui.', vers: 'suite' },
      {
        id: 'note',
        action: 'message',
        si: { contient_tout: ['aubry', '20'], pour: 'directrice' },
        vers: 'fin'
      }
    ],
    saisie: [{ si: { contient: ['peut-être', 'demain'] }, vers: 'suite' }, { vers: 'fin' }]
  },
  suite: {
    dit: 'Et alors ?',
    choix: [
      { id: 'non', texte: 'Non.', vers: 'debut' },
      { id: 'x', texte: 'X', vers: 'rien' }
    ]
  },
  fin: { dit: 'Merci.', fin: 'compris' },
  perdue: { dit: 'Personne ne m’entend.', fin: 'perdu' }
};

describe('a dialogue', () => {
  it('says which lines can be reached, and how far they are', () => {
    expect(linesOf(DIALOGUE).map(({ id, layer, reached }) => [id, layer, reached])).toEqual([
      ['debut', 0, true],
      ['suite', 1, true],
      ['fin', 1, true],
      ['perdue', 2, false]
    ]);
  });

  it('says answers in words, whatever the candidate does', () => {
    expect(linesOf(DIALOGUE)[0]!.answers.map(({ words }) => words)).toEqual([
      'Oui.',
      'Le candidat remplit une fiche de message (contient aubry et 20, pour directrice)',
      'contient peut-être ou demain',
      'toute autre réponse'
    ]);
  });

  it('draws a tree in which no two lines overlap, without the ways that lead nowhere', () => {
    const { nodes, edges, width, height } = treeOf(linesOf(DIALOGUE));
    for (const [at, one] of nodes.entries())
      for (const other of nodes.slice(at + 1))
        expect(Math.abs(one.x - other.x) >= NODE.width || Math.abs(one.y - other.y) >= NODE.height).toBe(
          true
        );
    expect(nodes.every(({ x, y }) => x >= 0 && x + NODE.width <= width && y + NODE.height <= height)).toBe(
      true
    );
    expect(edges.map(({ from, to }) => `${from.line.id}-${to.line.id}`)).not.toContain('suite-rien');
  });

  it('takes what is being written as it is', () => {
    expect(linesOf({ a: null, b: { choix: 'x' } }).map(({ id }) => id)).toEqual(['a', 'b']);
    expect(linesOf(undefined)).toEqual([]);
    expect(treeOf([]).nodes).toEqual([]);
  });
});

describe('where a line leads', () => {
  const leads = (dialogue: unknown) =>
    Object.fromEntries(linesOf(dialogue).map((line) => [line.id, line.leads]));
  it('is an outcome, nowhere, or round for ever', () => {
    expect(
      leads({
        debut: {
          choix: [
            { id: 'a', vers: 'boucle' },
            { id: 'b', vers: 'muette' },
            { id: 'c', vers: 'fin' }
          ]
        },
        boucle: { choix: [{ id: 'd', vers: 'encore' }] },
        encore: { choix: [{ id: 'e', vers: 'boucle' }] },
        muette: { dit: 'Hum.' },
        perdue: {
          choix: [
            { id: 'f', vers: 'absente' },
            { id: 'g', vers: 'fin' }
          ]
        },
        fin: { fin: 'termine' }
      })
    ).toEqual({
      debut: 'end',
      boucle: 'round',
      encore: 'round',
      muette: 'nowhere',
      perdue: 'nowhere',
      fin: 'end'
    });
  });
});
