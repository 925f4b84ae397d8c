import { describe, expect, it } from 'vitest';
import { checkScenario } from '../../scenario/check';
import { sha256 } from '../../scenario/load.server';
import { master } from '../../scenario/master';
import { folderOf } from './folder';
import { templateTexts } from './template';
import { topValue } from './yaml-values';

describe('the template of a new scenario', () => {
  const texts = templateTexts('mon-scenario', 'Une matinée : « essai » $& à l’atelier');
  const folder = folderOf('mon-scenario', { texts, pieces: [] });

  it('has no error', () => {
    expect(checkScenario(folder).filter(({ severity }) => severity === 'erreur')).toEqual([]);
  });

  it('keeps the title as it was typed', () => {
    expect(topValue(texts['scenario.yaml']!, 'titre')).toBe('Une matinée : « essai » $& à l’atelier');
  });

  it('can be mastered, so that it can be sat', async () => {
    const nothing = () => Promise.resolve(null);
    const { compiled } = await master(folder, { importers: { text: nothing, sheet: nothing }, sha256 });
    expect(compiled.beats.map(({ id }) => id)).toEqual([
      'courriel_jolivet',
      'appel_gerante',
      'tache:demande_jolivet'
    ]);
  });
});
