import { beforeAll, describe, expect, it } from 'vitest';
import { exampleFolder, masterForTest, scopeForTest } from '../../../tests/builders/example-scenario';
import { runSchema, type RunSource } from '../scenario/format-run';
import type { Scope } from '../scenario/scope';
import { runnable, type RunnableScenario } from './beat';
import { Coverage } from './coverage';
import { Equality } from './equality';
import { PROFILES, playProfile, type Profile } from './profiles';
import { playRandom } from './random-candidate';
import { summarise } from './recorded-run';
import { essence } from './replay';
import { Repertoire } from './repertoire';
import { otherAmounts } from './sensible-candidate';

let scenario: RunnableScenario;
let scope: Scope;
let perfect: RunSource;
let repertoire: Repertoire;
beforeAll(async () => {
  const folder = exampleFolder();
  scenario = runnable((await masterForTest(folder)).compiled);
  scope = scopeForTest(folder);
  perfect = runSchema.parse(folder.runs[0]!.yaml.value);
  repertoire = new Repertoire(scenario);
});

const played = (profile: Profile, run: RunSource | null) =>
  summarise(scenario, playProfile(profile, scope, scenario, run).log).join('\n');

describe('the built-in profiles', () => {
  it.each(['recorded', 'none'] as const)('play the exam, with a perfect run: %s', (which) => {
    const run = which === 'recorded' ? perfect : null;
    expect(played('parfait', run)).toMatch(/issue appel_aubry = message_complet/);
    expect(played('parfait', run)).toMatch(/issue tache:reclamation = rendue\n/);
    expect(played('inactif', run)).not.toMatch(/^\S+ >/m);
    expect(played('manque-appels', run)).toMatch(/issue appel_aubry = messagerie/);
    expect(played('manque-appels', run)).toMatch(/issue tache:reclamation = rendue\n/);
    expect(played('en-retard', run)).toMatch(/issue tache:reclamation = rendue_tard/);
  });

  it('change each amount, in numbers and in texts, and nothing else', () => {
    const step = { fait: 'piece.validee', total: 414, ht: 345, lignes: [{ quantite: 6 }] };
    expect(otherAmounts(step, 10)).toEqual({ ...step, total: 424, ht: 355 });
    expect(otherAmounts('Un avoir de 1\u00a0414,00\u00a0€ pour 6 jardinières.', 10)).toBe(
      'Un avoir de 1424,00\u00a0€ pour 6 jardinières.'
    );
    const { log } = playProfile('montants-faux', scope, scenario, perfect);
    expect(log.find(({ d }) => (d as { fait?: string }).fait === 'piece.validee')?.d).toMatchObject({
      total: 42_400
    });
  });

  it('are the same for the same seed, and draw other delays for another', () => {
    for (const profile of PROFILES) expect(played(profile, perfect)).toBe(played(profile, perfect));
    const times = ['a', 'b', 'c'].map(
      (seed) =>
        playProfile('parfait', scope, scenario, perfect, seed).log.find(
          ({ type }) => type === 'mail.received'
        )?.t
    );
    expect(new Set(times).size).toBeGreaterThan(1);
  });
});

const candidate = (name: string, more: Partial<Parameters<typeof playRandom>[2]> = {}) =>
  playRandom(scenario, repertoire, { candidate: name, seed: 'session', ...more });

describe('random candidates', () => {
  it('do the same for the same words, and differ from each other', () => {
    expect(candidate('a').log.map(essence)).toEqual(candidate('a').log.map(essence));
    expect(candidate('a').log.map(essence)).not.toEqual(candidate('b').log.map(essence));
  });

  it('say and hear every line, get every mail and miss every deadline', () => {
    const coverage = new Coverage();
    for (let index = 0; index < 600; index++) coverage.add(candidate(String(index), { proctor: true }).log);
    // The example has one caller: nobody else can keep the line engaged.
    const rare = /^(engaged|never-answered|rung-out|tired|cut-off|skipped)/;
    const missing = [...coverage.missing(scenario.compiled)].flatMap(([, states]) => states);
    expect(missing.filter((state) => !rare.test(state))).toEqual([]);
    expect(new Coverage().missing(scenario.compiled).get('appel_aubry')).toContain('line:vexe');
  });
});

describe('the equality report', () => {
  const session = (
    edit: (log: ReturnType<typeof candidate>['log']) => ReturnType<typeof candidate>['log']
  ) => {
    const equality = new Equality(scenario.compiled);
    for (let index = 0; index < 60; index++) {
      const rate = index % 2 ? { num: 3, den: 4 } : { num: 1, den: 1 };
      const { log } = candidate(String(index), { rate });
      equality.add(String(index), index === 7 ? edit(log) : log);
    }
    return equality.report();
  };

  it('finds every timed stimulus at the same exam minute, whatever the candidates do and their rate', () => {
    const report = session((log) => log);
    expect(report).toMatchObject({ candidates: 60, stimuli: 1 });
    expect(report.exceptions.filter(({ cause }) => cause !== 'line-engaged')).toEqual([]);
  });

  it('tells who had a stimulus late, or never', () => {
    const moved = (entry: { type: string; d: unknown }) =>
      entry.type === 'beat.moved' && (entry.d as { beat: string }).beat === 'appel_aubry';
    const late = session((log) => log.map((entry) => (moved(entry) ? { ...entry, t: entry.t + 1 } : entry)));
    expect(late.exceptions).toContainEqual(
      expect.objectContaining({ candidate: '7', at: 300_001, expected: 300_000, cause: 'unexplained' })
    );
    const never = session((log) => log.filter((entry) => !moved(entry)));
    expect(never.exceptions).toContainEqual(
      expect.objectContaining({ candidate: '7', at: null, cause: 'unexplained' })
    );
    expect(never.equal).toBe(0);
  });
});
