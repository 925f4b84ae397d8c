import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { isMap, isSeq, parseDocument } from 'yaml';
import { runnable } from '../lib/engine/beat';
import { playRun, summarise } from '../lib/engine/recorded-run';
import { plural } from '../lib/kernel/format-fr';
import { checkScenario, hasErrors } from '../lib/scenario/check';
import { jsonSchemas, scenarioSchema } from '../lib/scenario/format';
import { runSchema } from '../lib/scenario/format-run';
import { loadScenario, sha256 } from '../lib/scenario/load.server';
import { master } from '../lib/scenario/master';
import type { Problem } from '../lib/scenario/problem';
import { scopeOf } from '../lib/scenario/scope';
import type { ScenarioFolder } from '../lib/scenario/source';
import { simulateMany, simulateOne } from './simulate';

const USAGE = `Usage :
  npm run scenario -- check DOSSIER                   vérifie un scénario
  npm run scenario -- simulate DOSSIER [PARCOURS]     déroule l’épreuve et imprime le chronogramme
      --profile PROFIL   parfait, inactif, manque-appels, montants-faux ou en-retard
      --graine N         autres tirages des délais
      --hasard N         N candidats au hasard : états jamais visités, égalité des stimuli
  npm run scenario -- parcours DOSSIER [--maj]        rejoue les parcours enregistrés (--maj : réécrit leurs journaux)
  npm run scenario -- schema                          imprime les JSON Schemas du format`;

const say = (text: string) => process.stdout.write(`${text}\n`);

function printProblems(problems: readonly Problem[]): void {
  for (const { file, line, column, severity, code, message, fix } of problems)
    say(`${file}:${line}:${column} ${severity} [${code}] ${message}\n    → ${fix}`);
}

/** Prints what is wrong; `null` when the scenario cannot be mastered. */
async function load(directory: string): Promise<ScenarioFolder | null> {
  const folder = await loadScenario(directory);
  const problems = checkScenario(folder);
  printProblems(problems);
  return hasErrors(problems) ? null : folder;
}

/** The engine's side of a scenario. Documents are not imported: no simulation opens one. */
async function prepare(folder: ScenarioFolder) {
  const nothing = async () => null;
  const { compiled } = await master(folder, { importers: { text: nothing, sheet: nothing }, sha256 });
  return {
    scenario: runnable(compiled),
    scope: scopeOf(scenarioSchema.parse(folder.scenario.value)),
    runs: folder.runs.map(({ name, yaml }) => ({ name, file: yaml.file, run: runSchema.parse(yaml.value) }))
  };
}

async function check(directory: string): Promise<number> {
  const folder = await loadScenario(directory);
  const problems = checkScenario(folder);
  printProblems(problems);
  const errors = problems.filter(({ severity }) => severity === 'erreur').length;
  say(`${plural(errors, 'erreur')}, ${plural(problems.length - errors, 'avertissement')}.`);
  return errors ? 1 : 0;
}

/** Options of `simulate`, by name; a word without a name is a recorded run or a profile. */
function readOptions(words: readonly string[]): Readonly<Record<string, string>> | null {
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: { profile: { type: 'string' }, graine: { type: 'string' }, hasard: { type: 'string' } }
    });
    return { profile: positionals[0] ?? 'inactif', ...values };
  } catch {
    return null;
  }
}

async function simulate(directory: string, words: readonly string[]): Promise<number> {
  const options = readOptions(words);
  const count = Number(options?.['hasard'] ?? 1);
  if (!options || !Number.isInteger(count) || count < 1) {
    say(USAGE);
    return 1;
  }
  const folder = await load(directory);
  if (!folder) return 1;
  const simulated = await prepare(folder);
  return options['hasard'] === undefined
    ? simulateOne(simulated, options['profile'] ?? '', options['graine'], say)
    : simulateMany(simulated, count, options['graine'] ?? '1', say);
}

async function replay(directory: string, update: boolean): Promise<number> {
  const folder = await load(directory);
  if (!folder) return 1;
  const { scenario, scope, runs } = await prepare(folder);
  let failed = 0;
  for (const { name, file, run } of runs) {
    const log = summarise(scenario, playRun(scope, scenario, run).log);
    const expected = run.journal ?? [];
    const same = log.length === expected.length && log.every((line, index) => line === expected[index]);
    if (!same && update) await rewrite(join(directory, file), log);
    if (!same && !update) failed += 1;
    const index = log.findIndex((line, at) => line !== expected[at]);
    const difference =
      index < 0 ? 'le journal attendu est plus long' : `première différence : « ${log[index]} »`;
    say(`${name} : ${same ? 'conforme' : update ? 'mis à jour' : difference}`);
  }
  say(`${plural(runs.length, 'parcours', 'parcours')}, ${plural(failed, 'différent')}.`);
  return failed ? 1 : 0;
}

/** Puts the summary of a log in a recorded run, keeping the author's comments and layout. */
async function rewrite(path: string, log: readonly string[]): Promise<void> {
  const document = parseDocument(await readFile(path, 'utf8'));
  if (!isMap(document.contents)) return;
  const journal = document.createNode([...log]);
  if (isSeq(journal)) journal.flow = false;
  document.set('journal', journal);
  await writeFile(path, document.toString({ lineWidth: 0 }));
}

const [command, directory, ...options] = process.argv.slice(2);
try {
  if (command === 'schema') {
    say(JSON.stringify(jsonSchemas(), null, 2));
  } else if (command === 'check' && directory) process.exitCode = await check(directory);
  else if (command === 'simulate' && directory) process.exitCode = await simulate(directory, options);
  else if (command === 'parcours' && directory)
    process.exitCode = await replay(directory, options[0] === '--maj');
  else {
    say(USAGE);
    process.exitCode = 1;
  }
} catch (error) {
  const missing = (error as NodeJS.ErrnoException).code === 'ENOENT';
  say(missing ? `Introuvable : ${(error as NodeJS.ErrnoException).path}` : `Échec : ${String(error)}`);
  process.exitCode = 1;
}
