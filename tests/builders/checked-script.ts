import { expect } from 'vitest';
import { checkScenario } from '../../src/lib/scenario/check';
import type { Problem } from '../../src/lib/scenario/problem';
import { scriptedFolder } from './example-scenario';

/** What the checker says of the example with this script: code and line under `deroule:`. */
export function problemsOf(script: string): readonly Problem[] {
  return checkScenario(scriptedFolder(script)).filter(
    // The example of these tests has a task and no grid.
    ({ file, code }) => file === 'scenario.yaml' && code !== 'tache.sans-critere'
  );
}
/** The one problem of a script, on the line that holds `at`, or so many lines below. */
export function expectOne(script: string, code: string, at: string, word: string, below = 0): void {
  const problems = problemsOf(script);
  expect(problems.map((problem) => problem.code)).toEqual([code]);
  const lines = script.split('\n');
  const [problem] = problems;
  expect(`${problem!.message} ${problem!.fix}`.replaceAll('\u00a0', ' ')).toContain(word);
  const first = scriptedFolder(script).scenario.locate(['deroule', 0]).line;
  const begins = lines.findIndex((line) => line.includes('- id:'));
  expect(problem!.line - first + begins).toBe(lines.findIndex((line) => line.includes(at)) + below);
}

/** An event that brings a mail. `cue` is its trigger in YAML. */
export const mail = (id: string, cue: string) =>
  `\n  - id: ${id}\n    ${cue}\n    courriel: { de: aubry, objet: Mot, corps: Bonjour. }\n`;
