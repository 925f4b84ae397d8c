import { describe, expect, it } from 'vitest';
import { agoWords, extraTimeWords, incidentWord, lengthWords, shortDay, shortName } from './words';

const NBSP = '\u00a0';

describe('the words of the board', () => {
  it('say how long ago', () => {
    expect(agoWords(null, 0)).toBe('jamais');
    expect(agoWords(1_000, 2_000)).toBe('à l’instant');
    expect(agoWords(0, 72_000)).toBe(`il y a 1${NBSP}min${NBSP}12`);
  });

  it('say lengths', () => {
    expect([40_000, 120_000, 10_020_000].map(lengthWords)).toEqual([
      `40${NBSP}s`,
      `2${NBSP}min`,
      `2${NBSP}h${NBSP}47`
    ]);
  });

  it('say extra time', () => {
    expect([extraTimeWords(1, 1), extraTimeWords(3, 4), extraTimeWords(4, 5)]).toEqual([
      null,
      'tiers-temps',
      `temps +25${NBSP}%`
    ]);
  });

  it('shorten names and days', () => {
    expect([shortName('Karim Boudjema'), shortName('Léa de Brosse'), shortName('Zoé')]).toEqual([
      'Karim B.',
      'Léa D.',
      'Zoé'
    ]);
    expect([shortDay('2026-03-17'), shortDay('2026-03-01')]).toEqual(['17 mars', '1er mars']);
  });

  it('keep a word for every incident of a log', () => {
    expect([incidentWord('fraud'), incidentWord('absence'), incidentWord('unheard-of')]).toEqual([
      'Fraude présumée',
      'Absence',
      'Autre'
    ]);
  });
});
