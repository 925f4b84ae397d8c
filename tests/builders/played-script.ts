import { expect } from 'vitest';
import { runnable } from '../../src/lib/engine/beat';
import { Simulation } from '../../src/lib/engine/simulate';
import type { EntryDraft } from '../../src/lib/log/entry';
import type { Fact } from '../../src/lib/log/facts';
import { checkScenario } from '../../src/lib/scenario/check';
import { masterForTest, scriptedFolder } from './example-scenario';

/** The example with its script replaced, checked, mastered, and running under a virtual clock; facts come by themselves. */
export async function playScript(script: string): Promise<Simulation> {
  const folder = scriptedFolder(script);
  expect(checkScenario(folder).filter(({ severity }) => severity === 'erreur')).toEqual([]);
  const run = new Simulation(runnable((await masterForTest(folder)).compiled), { seed: 'essai' });
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
