import { expect } from 'vitest';
import { runnable, type RunnableScenario } from '../../src/lib/engine/beat';
import { Simulation } from '../../src/lib/engine/simulate';
import type { EntryDraft } from '../../src/lib/log/entry';
import type { Fact } from '../../src/lib/log/facts';
import { checkScenario } from '../../src/lib/scenario/check';
import type { MasteredScenario } from '../../src/lib/scenario/master';
import type { Scope } from '../../src/lib/scenario/scope';
import {
  exampleFolder,
  masterForTest,
  scopeForTest,
  scriptedFolder,
  type exampleTexts
} from './example-scenario';

/** The example with its script replaced (the YAML under `deroule:`), mastered; it must satisfy the checker. */
export function masterScript(script: string): Promise<MasteredScenario> {
  const folder = scriptedFolder(script);
  expect(checkScenario(folder).filter(({ severity }) => severity === 'erreur')).toEqual([]);
  return masterForTest(folder);
}

/** Such an example running under a virtual clock; facts come by themselves. */
export async function playScript(script: string): Promise<Simulation> {
  const run = new Simulation(runnable((await masterScript(script)).compiled), { seed: 'essai' });
  run.start();
  return run;
}

/** The candidate does something that the script may see. */
export const does = (run: Simulation, fact: Fact): readonly EntryDraft[] =>
  run.do({ by: 'candidate', gesture: { type: 'simulated.fact', v: 1, d: fact }, facts: [fact] });

/** Outcomes that an event has come to. */
export const issues = (run: Simulation, beat: string): readonly string[] => run.state.issues[beat] ?? [];

/** What the script has shown so far. */
export const shown = (run: Simulation): readonly EntryDraft[] => run.log.filter(({ by }) => by === 'script');

/** The example as documented, ready to be played. */
export interface ExampleWorld {
  readonly scenario: RunnableScenario;
  readonly scope: Scope;
}

/** The example, its texts changed by `edit`. */
export async function exampleWorld(
  edit?: (texts: ReturnType<typeof exampleTexts>) => void
): Promise<ExampleWorld> {
  const folder = exampleFolder(edit);
  return { scenario: runnable((await masterForTest(folder)).compiled), scope: scopeForTest(folder) };
}
