import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { productionReceived } from '../../engine/events';
import { Draft } from '../document/draft.svelte';
import { logOfRun, runChoices } from './run-choices';

const FOLDER = join(process.cwd(), 'scenarios/verdelis-decouverte');
const read = (file: string) => readFileSync(join(FOLDER, file), 'utf8');
const pieces = [
  ...new Set([...read('scenario.yaml').matchAll(/[\w-]+\.(?:mp3|pdf|docx|xlsx)/g)].map(([name]) => name))
].map((name) => ({ name, hash: 'a'.repeat(64), size: 10 }));
const open = (runs: Readonly<Record<string, string>>) =>
  new Draft({
    id: 'verdelis-decouverte',
    version: 1,
    texts: { 'scenario.yaml': read('scenario.yaml'), ...runs },
    pieces,
    readOnly: false
  });
const PERFECT = { 'parcours/parfait.yaml': read('parcours/parfait.yaml') };

let draft: Draft;
beforeAll(async () => {
  draft = open(PERFECT);
  await draft.checkNow();
});
const logOf = (name: string, seed = 1) =>
  logOfRun(
    draft.script!,
    runChoices(draft, seed).find((choice) => choice.name === name)!
  )!;
const late = (name: string) =>
  logOf(name).flatMap((entry) => (productionReceived.is(entry) ? [entry.d.late] : []));
const types = (name: string) => logOf(name).map(({ type }) => type);

describe('the candidates to choose among', () => {
  it('are the five profiles, the recorded runs and one at random; nobody does nothing twice', () => {
    expect(runChoices(draft, 7).map(({ name, group }) => `${group} ${name}`)).toEqual([
      'profile sans-rien-faire',
      'profile profil-parfait',
      'profile profil-manque-appels',
      'profile profil-montants-faux',
      'profile profil-en-retard',
      'recorded parfait',
      'random hasard'
    ]);
    expect(
      runChoices(open({ 'parcours/casse.yaml': 'etapes: 3' }), 1).some(({ name }) => name === 'casse')
    ).toBe(false);
  });

  it('play what their name says', () => {
    expect(types('sans-rien-faire')).not.toContain('simulated.fact');
    expect(late('profil-parfait')).toEqual(late('profil-parfait').map(() => false));
    expect(late('profil-en-retard')).toContain(true);
    expect(types('profil-manque-appels')).not.toContain('phone.said');
    expect(types('profil-parfait')).toContain('phone.said');
  });

  it('do without a perfect run: the first answer everywhere', async () => {
    const alone = open({});
    await alone.checkNow();
    const perfect = runChoices(alone, 1).find(({ name }) => name === 'profil-parfait')!;
    expect(logOfRun(alone.script!, perfect)!.some(({ type }) => type === 'phone.said')).toBe(true);
  });

  it('at random, do the same for the same number', () => {
    expect(logOf('hasard', 3)).toEqual(logOf('hasard', 3));
    expect(logOf('hasard', 3)).not.toEqual(logOf('hasard', 4));
  });
});
