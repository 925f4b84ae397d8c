import { beforeAll, describe, expect, it } from 'vitest';
import { exampleFolder, masterForTest, scopeForTest } from '../../../tests/builders/example-scenario';
import type { Fact } from '../log/facts';
import type { Scope } from '../scenario/scope';
import { runnable, type RunnableScenario } from './beat';
import { examTime, run as started, stoppedClock, wallTime } from './clock';
import { Simulation } from './simulate';

const MINUTE = 60_000;
const SECOND = 1_000;
let scenario: RunnableScenario;
let scope: Scope;
beforeAll(async () => {
  const folder = exampleFolder();
  scenario = runnable((await masterForTest(folder)).compiled);
  scope = scopeForTest(folder);
});

const sitting = () => {
  const run = new Simulation(scenario);
  run.start();
  return run;
};
const does = (run: Simulation, fact: Fact) =>
  run.do({ by: 'candidate', gesture: { type: 'simulated.fact', v: 1, d: fact }, facts: [fact] });

describe('to the millisecond', () => {
  it('the engine wakes when exam time is there, never before, at any rate', () => {
    for (const rate of [
      { num: 3, den: 4 },
      { num: 2, den: 3 },
      { num: 60, den: 1 },
      { num: 1, den: 1 }
    ]) {
      const clock = started(stoppedClock(rate), 1_000);
      for (let t = 0; t < 200; t++) {
        const wall = wallTime(clock, t)!;
        expect(examTime(clock, wall)).toBeGreaterThanOrEqual(t);
        if (t > 0) expect(examTime(clock, wall - 1)).toBeLessThan(t);
      }
    }
  });

  it('a hand-in at the very deadline is late, and one a millisecond before is not', () => {
    const late = (at: number) => {
      const run = sitting();
      run.waitUntil(at);
      does(run, { fait: 'document.remis', tache: 'reclamation', production: 'lettre' });
      return run.state.receipts['reclamation']?.['lettre']?.late;
    };
    expect(late(12 * MINUTE - 1)).toBe(false);
    expect(late(12 * MINUTE)).toBe(true);
  });

  it('patience on hold is counted anew each time: the first wait is cancelled by the return', () => {
    const run = sitting();
    run.waitUntil(5 * MINUTE + 5 * SECOND);
    const appel = scope.callKey('appel_aubry');
    does(run, { fait: 'appel.decroche', appel });
    does(run, { fait: 'appel.attente', appel });
    run.wait(100 * SECOND);
    does(run, { fait: 'appel.repris', appel });
    does(run, { fait: 'appel.attente', appel });
    run.wait(100 * SECOND);
    expect(run.state.issues['appel_aubry']).toBeUndefined();
    expect(run.state.dues.filter(({ beat }) => beat === 'appel_aubry')).toHaveLength(1);
    run.wait(20 * SECOND);
    expect(run.state.issues['appel_aubry']).toEqual(['abandon']);
  });
});
