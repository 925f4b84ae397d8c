/*
 * `npm run mutation`: applies each mutation to a copy of the sources, runs the tests of the engine and of the scenarios
 * there, and fails when they all pass. Words as arguments keep the mutations whose name holds one of them.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { MUTATIONS } from './mutations.mjs';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../..');
const TESTS = ['src/lib/engine', 'src/lib/scenario', 'tests/replay'];
const COPIED = [
  'src',
  'tests',
  'docs',
  'scenarios',
  'static',
  '.svelte-kit',
  'package.json',
  'tsconfig.json'
];
const words = process.argv.slice(2);
const chosen = MUTATIONS.filter(
  ({ name }) => words.length === 0 || words.some((word) => name.includes(word))
);

const copy = mkdtempSync(join(tmpdir(), 'plateau-mutation-'));
process.once('exit', () => rmSync(copy, { recursive: true, force: true }));
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));
for (const name of [...COPIED, 'svelte.config.js', 'vite.config.ts'])
  cpSync(join(ROOT, name), join(copy, name), { recursive: true });
symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'));

/** The first test that fails in the copy, `null` when all pass. Throws when the tests could not be run at all. */
function firstFailure() {
  const args = [
    'node_modules/vitest/vitest.mjs',
    'run',
    '--project',
    'node',
    '--bail',
    '1',
    '--reporter',
    'json'
  ];
  const report = join(copy, 'report.json');
  const env = { ...process.env, VITE_CACHE_DIR: join(copy, '.vite') };
  const { stderr } = spawnSync(process.execPath, [...args, '--outputFile', report, ...TESTS], {
    cwd: copy,
    env,
    encoding: 'utf8'
  });
  const { testResults, numTotalTests, numPassedTests, numPendingTests } = JSON.parse(
    readFileSync(report, 'utf8')
  );
  rmSync(report);
  if (numTotalTests === 0) throw new Error(`no test could be run:\n${stderr}`);
  const failed = testResults
    .flatMap((file) => file.assertionResults)
    .find(({ status }) => status === 'failed');
  if (failed) return failed.fullName;
  const broken = testResults.find(({ status }) => status === 'failed');
  if (broken) return broken.message;
  // A test that only records a log on demand is skipped here.
  return numPassedTests + numPendingTests === numTotalTests ? null : 'a test that did not end';
}

const before = firstFailure();
if (before) throw new Error(`the tests fail on the sources as they are: ${before}`);
let survived = 0;
for (const { name, file, from, to } of chosen) {
  const path = join(copy, file);
  const source = readFileSync(path, 'utf8');
  if (source.split(from).length !== 2) throw new Error(`« ${from} » is not once in ${file}`);
  writeFileSync(path, source.replace(from, to));
  const failure = firstFailure();
  writeFileSync(path, source);
  if (!failure) survived += 1;
  console.log(`${failure ? 'seen    ' : 'SURVIVED'}  ${name}${failure ? `\n          by: ${failure}` : ''}`);
}
console.log(`${chosen.length - survived} of ${chosen.length} mutations seen.`);
process.exitCode = survived > 0 ? 1 : 0;
