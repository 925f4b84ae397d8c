import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { exampleTexts } from '../../../tests/builders/example-scenario';
import { checkScenario } from './check';
import { loadScenario } from './load.server';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'scenario-'));
});
afterEach(() => rm(folder, { recursive: true }));

it('refuses a file in another encoding than UTF-8, at the first letter that it loses', async () => {
  const text = exampleTexts().scenario;
  const line = text.split('\n').findIndex((written) => /é/.test(written)) + 1;
  await writeFile(join(folder, 'scenario.yaml'), text, 'latin1');
  const problems = checkScenario(await loadScenario(folder)).filter(({ file }) => file === 'scenario.yaml');
  expect(problems).toEqual([expect.objectContaining({ code: 'yaml.encodage', line })]);
  expect(problems[0]!.fix).toContain('UTF-8');
});

it('reads a UTF-8 file with a byte order mark', async () => {
  await writeFile(join(folder, 'scenario.yaml'), `\uFEFF${exampleTexts().scenario}`);
  expect((await loadScenario(folder)).scenario).toMatchObject({ errors: [], value: { scenario: 'exemple' } });
});
