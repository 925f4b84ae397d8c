import { beforeAll, describe, expect, it } from 'vitest';
import { exampleFolder, masterForTest, scopeForTest } from '../../../tests/builders/example-scenario';
import { seededDraw, seededInteger } from '../kernel/random';
import { completeFacts, type Fact } from '../log/facts';
import { runSchema, type RunSource } from '../scenario/format-run';
import type { Scope } from '../scenario/scope';
import { runnable, type RunnableScenario } from './beat';
import * as events from './events';
import { playRun } from './recorded-run';
import { essence, findDifference, rebuild } from './replay';
import { Simulation } from './simulate';
import type { Folded } from './state';

const MINUTE = 60_000;
const factsOf = (entry: Folded): readonly Fact[] =>
  entry.type === 'simulated.fact' ? completeFacts([entry.d as Fact]) : [];

let scenario: RunnableScenario;
let scope: Scope;
let perfect: RunSource;

beforeAll(async () => {
  const folder = exampleFolder();
  scenario = runnable((await masterForTest(folder)).compiled);
  scope = scopeForTest(folder);
  perfect = runSchema.parse(folder.runs[0]!.yaml.value);
});

describe('the same log', () => {
  const idle: RunSource = { format: 1, titre: 'rien', etapes: [] };

  it.each([250, MINUTE, 60 * MINUTE])('when the engine wakes every %i ms', (cadence) => {
    for (const run of [perfect, idle]) {
      const reference = playRun(scope, scenario, run).log.map(essence);
      expect(playRun(scope, scenario, run, cadence).log.map(essence)).toEqual(reference);
    }
  });

  it('at sixty times the speed', () => {
    const at = (rate: number) => {
      const run = new Simulation(scenario, { rate: { num: rate, den: 1 } });
      run.start();
      for (const [t, fact] of [
        [5 * MINUTE + 6000, { fait: 'appel.decroche' }],
        [6 * MINUTE, { fait: 'appel.dit', texte: 'un message' }],
        [7 * MINUTE, { fait: 'appel.raccroche' }]
      ] as const) {
        run.waitUntil(t);
        run.do({ by: 'candidate', gesture: { type: 'simulated.fact', v: 1, d: fact }, facts: [fact] });
      }
      run.finish();
      return run.log.slice(1).map(essence);
    };
    expect(at(60)).toEqual(at(1));
  });

  it('when the state is rebuilt from the log after every entry', () => {
    const { log, state } = playRun(scope, scenario, perfect);
    log.forEach((_, index) => {
      const head = rebuild(log.slice(0, index + 1));
      expect(rebuild(JSON.parse(JSON.stringify(log.slice(0, index + 1))) as Folded[])).toEqual(head);
    });
    expect(rebuild(log)).toEqual(state);
    expect(JSON.parse(JSON.stringify(state))).toEqual(state);
  });

  it('when it is decided again from its inputs alone', () => {
    const { log } = playRun(scope, scenario, perfect);
    expect(findDifference(scenario, log, factsOf)).toBeNull();
    const forged = log.map((entry) =>
      entry.type === 'issue.reached' ? { ...entry, d: { ...(entry.d as object), issue: 'autre' } } : entry
    );
    expect(findDifference(scenario, forged, factsOf)).toBe(
      log.findIndex(({ type }) => type === 'issue.reached')
    );
  });

  it('after a restart at any moment, whatever the node', () => {
    const reference = playRun(scope, scenario, perfect).log.map(essence);
    for (let at = 1; at < reference.length; at += 7) {
      const fresh = runnable(JSON.parse(JSON.stringify(scenario.compiled)) as typeof scenario.compiled);
      expect(playRun(scope, fresh, perfect, 1000 * at).log.map(essence)).toEqual(reference);
    }
  });
});

/** The example with a second caller, who may find the line engaged. */
const busier = async (): Promise<RunnableScenario> => {
  const folder = exampleFolder((texts) => {
    texts.scenario = texts.scenario.replace('sonnerie: 40 s\n', 'sonnerie: 40 s\n      attente: 30 s\n');
    texts.scenario += `
  - id: appel_directrice
    a: "00:05:20"
    appel:
      de: directrice
      rappel: { apres: 1 min, fois: 1 }
      dialogue: { bonjour: { dit: "Bonjour.", fin: ok } }
`;
  });
  return runnable((await masterForTest(folder)).compiled);
};

/** A candidate who does anything at all, but always the same for a seed. */
function wander(scenario: RunnableScenario, seed: number): Simulation {
  const draw = (low: number, high: number, key: string) =>
    seededInteger(low, high, seed, key, run.log.length, run.wall);
  const run = new Simulation(scenario, { seed: String(seed) });
  run.start();
  while (!run.state.ended) {
    const busy = run.state.conversation ?? Object.keys(run.state.held)[0];
    run.wait(draw(1, busy ? 30_000 : 90_000, 'wait'), draw(1, 30_000, 'cadence'));
    const call = run.state.conversation?.call;
    const facts: readonly Fact[] = [
      { fait: 'appel.decroche', ...(call && { appel: call }) },
      { fait: 'appel.choix', choix: draw(1, 5, 'choice'), ...(call && { appel: call }) },
      { fait: 'appel.dit', texte: draw(0, 1, 'text') ? 'un message' : 'bof' },
      { fait: 'appel.transfere', poste: draw(0, 1, 'post') ? '201' : '202' },
      { fait: 'message.pris', pour: 'directrice', texte: draw(0, 1, 'slip') ? 'Aubry -20 %' : '?' },
      { fait: 'appel.raccroche' },
      { fait: 'appel.attente', ...(call && { appel: call }) },
      { fait: 'appel.repris', appel: Object.values(run.state.held)[0] ?? '' },
      { fait: 'appel.reporte' },
      {
        fait: 'appel.passe',
        numero: draw(0, 1, 'dial') ? '02 61 91 22 08' : '000',
        appel: `call-${run.log.length}`
      },
      {
        fait: 'courriel.envoye',
        courriel: 'm',
        a: ['j.aubry@clos.example'],
        pieces: [{ nom: 'Avoir.pdf' }]
      },
      { fait: 'piece.validee', type: 'avoir', total: draw(0, 1, 'total') ? 41_400 : 1 },
      { fait: 'document.remis', tache: 'reclamation', production: 'lettre' }
    ];
    if (run.state.ended) break;
    const chance = seededDraw(seed, 'what', run.log.length);
    if (chance > 0.995) run.do({ by: 'proctor', gesture: events.sittingEnded({ cause: 'proctor' }) });
    else if (chance < 0.06 && run.state.clock.running) {
      run.do({ by: 'proctor', gesture: events.clockPaused({ cause: 'essai' }) });
      run.wait(draw(1, 300_000, 'pause'));
      run.do({ by: 'proctor', gesture: events.clockResumed({}) });
    } else if (chance < 0.1) {
      run.do({
        by: 'proctor',
        gesture: events.clockCredited({ ms: draw(1, 60_000, 'credit'), cause: 'essai' })
      });
    } else if (chance < 0.2) {
      const beat = ['appel_aubry', 'panne', 'relance', 'appel_directrice', 'merci_aubry'][
        draw(0, 4, 'beat')
      ]!;
      run.do({
        by: 'proctor',
        gesture: (chance < 0.14 ? events.beatTriggered : events.beatSkipped)({ beat })
      });
    } else {
      // Somebody on hold is more often taken back than not, so that what they say then is heard too.
      const back = facts.find(({ fait }) => fait === 'appel.repris')!;
      const waits = Object.keys(run.state.held).length > 0 && draw(0, 2, 'back') > 0;
      const fact = waits ? back : facts[draw(0, facts.length - 1, 'fact')]!;
      run.do({ by: 'candidate', gesture: { type: 'simulated.fact', v: 1, d: fact }, facts: [fact] });
    }
  }
  return run;
}

describe('random candidates', () => {
  it('never break the engine, over 800 sittings', async () => {
    const busy = await busier();
    const states = new Set<string>();
    for (let seed = 0; seed < 800; seed++) {
      const run = wander(busy, seed);
      expect(run.state.conversation).toBeNull();
      expect(run.state.held).toEqual({});
      expect(run.state.dues).toEqual([]);
      expect(run.log.every((entry, index) => index === 0 || entry.t >= run.log[index - 1]!.t)).toBe(true);
      expect(run.log.some(({ type }) => type === 'engine.loop-cut')).toBe(false);
      if (seed % 40 === 0) {
        expect(rebuild(run.log)).toEqual(run.state);
        expect(findDifference(busy, run.log, factsOf)).toBeNull();
      }
      for (const { type, d } of run.log)
        if (type === 'beat.moved') states.add(`${(d as { beat: string }).beat}/${(d as { to: string }).to}`);
    }
    const all = busy.compiled.beats.flatMap(({ id, config }) =>
      Object.entries(config.states)
        .filter(([, state]) => !state.always)
        .map(([name]) => `${id}/${name}`)
    );
    // A line engaged several times in a row, up to the voicemail, has a test of its own: silence.test.ts.
    const rare = /\/(engaged:\d_|engaged-voicemail)/;
    expect(all.filter((state) => !states.has(state) && !rare.test(state))).toEqual([]);
  });
});
