import { describe, expect, it } from 'vitest';
import { seededInteger } from '../../kernel/random';
import { diffLines } from './line-diff';

const apply = (before: readonly string[], after: readonly string[]): readonly string[] => {
  const out: string[] = [];
  let at = 0;
  for (const { from, to, newFrom, newTo } of diffLines(before, after)) {
    out.push(...before.slice(at, from), ...after.slice(newFrom, newTo));
    at = to;
  }
  return [...out, ...before.slice(at)];
};
const lines = (length: number, seed: number): readonly string[] =>
  Array.from({ length }, (_, index) => 'abc'[seededInteger(0, 2, seed, index)]!);

describe('the difference of two texts', () => {
  it('turns one into the other, whatever they are', () => {
    for (let seed = 0; seed < 300; seed++) {
      const before = lines(seededInteger(0, 12, 'left', seed), seed);
      const after = lines(seededInteger(0, 12, 'right', seed), seed + 1000);
      expect(apply(before, after)).toEqual(after);
    }
  });

  it('is the shortest: a line put in is one hunk', () => {
    expect(diffLines(['a', 'b', 'c'], ['a', 'x', 'b', 'c'])).toEqual([
      { from: 1, to: 1, newFrom: 1, newTo: 2 }
    ]);
    expect(diffLines(['a', 'b', 'a', 'c'], ['a', 'x', 'a', 'c', 'd'])).toEqual([
      { from: 1, to: 2, newFrom: 1, newTo: 2 },
      { from: 4, to: 4, newFrom: 4, newTo: 5 }
    ]);
  });

  it('is empty between equals', () => {
    expect(diffLines(['a'], ['a'])).toEqual([]);
  });
});
