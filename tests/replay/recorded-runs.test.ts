import { existsSync, readdirSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { runnable, type RunnableScenario } from '../../src/lib/engine/beat';
import { playRun, summarise } from '../../src/lib/engine/recorded-run';
import { essence } from '../../src/lib/engine/replay';
import { checkScenario } from '../../src/lib/scenario/check';
import { runSchema } from '../../src/lib/scenario/format-run';
import { loadScenario } from '../../src/lib/scenario/load.server';
import type { Scope } from '../../src/lib/scenario/scope';
import type { ScenarioFolder } from '../../src/lib/scenario/source';
import { masterForTest, scopeForTest } from '../builders/example-scenario';

const ROOT = new URL('../../scenarios/', import.meta.url).pathname;
const scenarios = existsSync(ROOT)
  ? readdirSync(ROOT, { withFileTypes: true }).filter(
      (item) => item.isDirectory() && existsSync(`${ROOT}${item.name}/scenario.yaml`)
    )
  : [];

describe.each(scenarios.map(({ name }) => name))('scenarios/%s', (name) => {
  let folder: ScenarioFolder;
  let scenario: RunnableScenario;
  let scope: Scope;

  beforeAll(async () => {
    folder = await loadScenario(`${ROOT}${name}`);
    scenario = runnable((await masterForTest(folder)).compiled);
    scope = scopeForTest(folder);
  });

  it('has neither an error nor a warning', () => {
    expect(checkScenario(folder)).toEqual([]);
  });

  it('has recorded runs that still give their log, at any cadence', () => {
    expect(folder.runs.length).toBeGreaterThan(0);
    for (const { name: run, yaml } of folder.runs) {
      const source = runSchema.parse(yaml.value);
      const { log } = playRun(scope, scenario, source);
      expect(source.journal, `${run}: npm run scenario -- parcours --maj`).toEqual(summarise(scenario, log));
      for (const cadence of [250, 60_000])
        expect(playRun(scope, scenario, source, cadence).log.map(essence)).toEqual(log.map(essence));
    }
  });
});
