import { beforeAll, describe, expect, it } from 'vitest';
import { exampleFolder, masterForTest } from '../../../tests/builders/example-scenario';
import type { EntryDraft } from '../log/entry';
import type { Fact } from '../log/facts';
import { handInFrozen, type FrozenFile } from '../log/hand-in-frozen';
import { runnable, type RunnableScenario } from './beat';
import * as events from './events';
import { essence, findDifference, rebuild } from './replay';
import { summarise } from './recorded-run';
import { Simulation, type SittingOptions } from './simulate';

const MINUTE = 60_000;
const DEADLINE = 12 * MINUTE;
const DRAFT: FrozenFile = { file: 'f-1', name: 'Lettre.docx', kind: 'text', changedMs: 5 };
const HAND_IN: Fact = { fait: 'document.remis', tache: 'reclamation', production: 'lettre' };

const scenarioOf = async (from = '', to = ''): Promise<RunnableScenario> => {
  const folder = exampleFolder((texts) => {
    if (from) expect(texts.scenario).toContain(from);
    texts.scenario = texts.scenario.replace(from, to);
  });
  return runnable((await masterForTest(folder)).compiled);
};
let scenario: RunnableScenario;
beforeAll(async () => {
  scenario = await scenarioOf();
});

function sitting(of = scenario, options: SittingOptions = {}): Simulation {
  const run = new Simulation(of, options);
  run.filesAt = () => [DRAFT];
  return run;
}
const started = (of = scenario, options: SittingOptions = {}): Simulation => {
  const run = sitting(of, options);
  run.start();
  return run;
};
const does = (run: Simulation, fact: Fact) =>
  run.do({ by: 'candidate', gesture: { type: 'simulated.fact', v: 1, d: fact }, facts: [fact] });
const frozen = (log: readonly EntryDraft[]) => log.filter((entry) => handInFrozen.is(entry));
const AT_DEADLINE = {
  t: DEADLINE,
  by: 'script',
  d: {
    task: 'reclamation',
    cause: 'deadline',
    deliverables: [{ deliverable: 'lettre', files: [DRAFT] }]
  }
};

describe('at the deadline of a task', () => {
  it('keeps what was not handed in, once, at its own instant and before what the script makes of it', () => {
    const run = started();
    run.waitUntil(14 * MINUTE);
    expect(frozen(run.log)).toMatchObject([AT_DEADLINE]);
    const order = run.log.filter(({ t }) => t === DEADLINE).map(({ type }) => type);
    expect(order.indexOf('hand-in.frozen')).toBeGreaterThan(order.indexOf('issue.reached'));
    expect(order.indexOf('hand-in.frozen')).toBeLessThan(order.lastIndexOf('due.added'));
    run.finish();
    expect(frozen(run.log)).toHaveLength(1);
  });

  it('keeps nothing of what was handed in, and never what is read where it is made', () => {
    const run = started();
    run.waitUntil(11 * MINUTE);
    does(run, HAND_IN);
    run.finish();
    expect(run.state.issues['tache:reclamation']).toContain('en_retard');
    expect(frozen(run.log)).toEqual([]);
  });

  it('refuses nothing afterwards', () => {
    const run = started();
    run.waitUntil(13 * MINUTE);
    does(run, HAND_IN);
    expect(run.state.receipts['reclamation']?.['lettre']).toMatchObject({ late: true });
  });

  it('gives the same log at any cadence, at any rate, and when it is decided again', () => {
    const logOf = (run: Simulation, cadence?: number) => {
      run.finish(cadence);
      return run.log.slice(1).map(essence);
    };
    const reference = logOf(started());
    expect(logOf(started(), 700)).toEqual(reference);
    expect(logOf(started(scenario, { rate: { num: 3, den: 4 } }))).toEqual(reference);
    const bare = new Simulation(scenario);
    bare.start();
    bare.finish();
    expect(frozen(bare.log)).toMatchObject([{ d: { deliverables: [{ deliverable: 'lettre', files: [] }] } }]);
    expect(findDifference(scenario, bare.log, () => [])).toBeNull();
    expect(rebuild(bare.log)).toEqual(bare.state);
  });

  it('follows pauses and credits, which put the deadline off', () => {
    const run = started();
    run.waitUntil(5 * MINUTE);
    run.do({ by: 'proctor', gesture: events.clockPaused({ cause: 'alarme' }) });
    run.wait(20 * MINUTE);
    expect(frozen(run.log)).toEqual([]);
    run.do({ by: 'proctor', gesture: events.clockResumed({}) });
    run.do({ by: 'proctor', gesture: events.clockCredited({ ms: 5 * MINUTE, cause: 'alarme' }) });
    run.wait(11 * MINUTE);
    expect(frozen(run.log)).toEqual([]);
    run.wait(2 * MINUTE);
    expect(frozen(run.log)).toMatchObject([AT_DEADLINE]);
  });

  it('has passed for whoever enters after it', () => {
    const late = sitting();
    late.do({ by: 'proctor', gesture: events.clockStarted({ lateMs: 13 * MINUTE }) });
    expect(frozen(late.log)).toMatchObject([{ d: { cause: 'deadline' } }]);
  });

  it('is no line of a recorded run', () => {
    const run = started();
    run.finish();
    const without = run.log.filter((entry) => !handInFrozen.is(entry));
    expect(summarise(scenario, run.log)).toEqual(summarise(scenario, without));
  });
});

describe('at the end of the exam', () => {
  const END = { d: { cause: 'end', deliverables: [{ deliverable: 'lettre', files: [DRAFT] }] } };

  it('keeps what has no deadline of its own', async () => {
    const run = started(await scenarioOf('    echeance: "00:12"\n'));
    run.finish();
    expect(frozen(run.log)).toMatchObject([{ t: 15 * MINUTE, ...END }]);
  });

  it('keeps what a proctor’s end found before its deadline', () => {
    const run = started();
    run.waitUntil(6 * MINUTE);
    run.do({ by: 'proctor', gesture: events.sittingEnded({ cause: 'proctor' }) });
    expect(frozen(run.log)).toMatchObject([{ t: 6 * MINUTE, ...END }]);
  });
});

describe('a task given on the way', () => {
  it('keeps nothing, and says nothing, before the candidate knows of it', async () => {
    const given = await scenarioOf('    echeance: "00:12"', '    donnee_par: panne\n    echeance: "00:12"');
    const unaware = started(given);
    unaware.finish();
    expect(frozen(unaware.log)).toEqual([]);
    const aware = started(given);
    aware.do({ by: 'proctor', gesture: events.beatTriggered({ beat: 'panne' }) });
    aware.finish();
    expect(frozen(aware.log)).toMatchObject([AT_DEADLINE]);
  });
});
