import { describe, expect, it } from 'vitest';
import { comparisonWords } from './agreement-words';

describe('how two grids compare', () => {
  it.each([
    [43, 0, 'Les deux jurés ont les mêmes appréciations sur les 43 critères.'],
    [43, 1, 'Appréciations différentes sur 1 critère ; les 42 autres sont les mêmes.'],
    [43, 42, 'Appréciations différentes sur 42 critères ; l’autre est la même.'],
    [43, 43, 'Appréciations différentes sur tous les critères (43).']
  ])('says it for %i criteria and %i differences', (criteria, differences, words) => {
    expect(comparisonWords(criteria, differences).replaceAll('\u00a0', ' ')).toBe(words);
  });
});
