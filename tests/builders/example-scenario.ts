import { readFileSync } from 'node:fs';
import type { BlobHash } from '../../src/lib/kernel/ids';
import { sha256 } from '../../src/lib/scenario/load.server';
import { master, type MasteredScenario } from '../../src/lib/scenario/master';
import { scenarioSchema } from '../../src/lib/scenario/format';
import { scopeOf, type Scope } from '../../src/lib/scenario/scope';
import type { Piece, ScenarioFolder } from '../../src/lib/scenario/source';
import { readYaml } from '../../src/lib/scenario/yaml-source';

const DOC = new URL('../../docs/scenario-format.md', import.meta.url);

/** The YAML files of the format's documentation, so that the documented example is the tested one. */
export function exampleTexts(): { scenario: string; grid: string; run: string } {
  const blocks = [...readFileSync(DOC, 'utf8').matchAll(/```yaml\n([\s\S]*?)```/g)].map((match) => match[1]!);
  const [scenario = '', grid = '', run = ''] = blocks;
  return { scenario, grid, run };
}

const bytes = new TextEncoder().encode('%PDF-1.4');
const cgv: Piece = {
  name: 'cgv.pdf',
  bytes,
  hash: sha256(bytes) as BlobHash,
  kind: 'pdf',
  mediaType: 'application/pdf'
};

/** The example as a folder, with its texts changed by `edit` (a fault planted, a line added). */
export function exampleFolder(
  edit: (texts: ReturnType<typeof exampleTexts>) => void = () => {}
): ScenarioFolder {
  const texts = exampleTexts();
  edit(texts);
  return {
    name: 'exemple',
    scenario: readYaml('scenario.yaml', texts.scenario),
    grid: readYaml('grille.yaml', texts.grid),
    runs: [{ name: 'parfait', yaml: readYaml('parcours/parfait.yaml', texts.run) }],
    pieces: new Map([[cgv.name, cgv]])
  };
}

const IDLE_RUN = 'format: 1\ntitre: Personne\netapes: []\n';

/** The example with another script (the YAML under `deroule:`), no grid, and one recorded run, that of nobody by default. */
export const scriptedFolder = (script: string, run: string = IDLE_RUN): ScenarioFolder =>
  exampleFolder((texts) => {
    const decor = texts.scenario.replace(/deroule:[\s\S]*/, '').replace(/ {4}attendus:[\s\S]*?(?=\n\n)/, '');
    texts.scenario = `${decor}deroule:\n${script}`;
    texts.grid = 'format: 1\nreferentiel: SA-2017\npartielle: true\ncriteres: {}\n';
    texts.run = run;
  });

/** Masters a folder with importers that import nothing: enough for tests that open no document. */
export const masterForTest = (folder: ScenarioFolder): Promise<MasteredScenario> =>
  master(folder, { importers: { text: async () => null, sheet: async () => null }, sha256 });

export const scopeForTest = (folder: ScenarioFolder): Scope =>
  scopeOf(scenarioSchema.parse(folder.scenario.value));
