import { describe, expect, it } from 'vitest';
import { applySplice, spliceBetween } from './text-splice';

const pairs: readonly (readonly [string, string])[] = [
  ['', 'Bonjour'],
  ['Bonjour', ''],
  ['Bonjour Madame', 'Bonjour Monsieur'],
  ['aaa', 'aaaa'],
  ['aaaa', 'aa'],
  ['un 😀 deux', 'un 😁 deux'],
  ['😀😀', '😀'],
  ['abc', 'xyz']
];

describe('a splice between two texts', () => {
  it.each(pairs)('turns « %s » into « %s »', (before, after) => {
    expect(applySplice(before, spliceBetween(before, after)!)).toBe(after);
  });
  it('is nothing between equal texts', () => {
    expect(spliceBetween('même', 'même')).toBeNull();
  });
  it('carries only what changed', () => {
    expect(spliceBetween('Bonjour Madame,', 'Bonjour chère Madame,')).toEqual({
      at: 8,
      remove: 0,
      insert: 'chère '
    });
  });
  it('never leaves half a character', () => {
    const splice = spliceBetween('a😀b', 'a😁b')!;
    expect(splice.insert).toBe('😁');
  });
});
