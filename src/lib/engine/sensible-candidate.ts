import type { Fact, FactValue } from '../log/facts';
import { MONEY_ATTRIBUTES } from '../scenario/fact-attributes';
import type { RunnableScenario } from './beat';
import { examTime } from './clock';
import { LEAVING, Repertoire } from './repertoire';
import { Simulation } from './simulate';

const STEP_MS = 15_000;
/** How long before their deadline hand-ins come, and how long after it. */
const MARGIN_MS = 3 * 60_000;
const LATE_MS = 60_000;

export interface SensibleOptions {
  readonly seed?: string;
  /** Answers calls, visitors and messages, by the first choice each time, and calls back who asks for it. */
  readonly answers: boolean;
  readonly handsIn: 'never' | 'in-time' | 'late';
  readonly rightAmounts: boolean;
}

/** Plays an exam without any recorded run: every production is handed in, every conversation takes its first choice. */
export function playSensible(scenario: RunnableScenario, options: SensibleOptions): Simulation {
  const { seed = 'parcours', answers, handsIn, rightAmounts } = options;
  const run = new Simulation(scenario, { seed });
  const repertoire = new Repertoire(scenario);
  const { tasks, durationMs } = scenario.compiled;
  const pending = tasks
    .flatMap((task) => {
      const deadline = task.deadlineMs ?? durationMs;
      const at =
        handsIn === 'late' && deadline + LATE_MS < durationMs ? deadline + LATE_MS : deadline - MARGIN_MS;
      return repertoire.productions(task.id).map((fact) => ({ at, fact }));
    })
    .toSorted((a, b) => a.at - b.at);
  const act = (fact: Fact) =>
    run.do({ by: 'candidate', gesture: { type: 'simulated.fact', v: 1, d: fact }, facts: [fact] });
  run.start();
  while (!run.state.ended) {
    run.wait(STEP_MS);
    if (run.state.ended) break;
    while (handsIn !== 'never' && pending[0] && pending[0].at <= examTime(run.state.clock, run.wall)) {
      const { fact } = pending.shift()!;
      act(rightAmounts ? fact : (otherAmounts(fact, 1_000) as Fact));
    }
    for (const beat of answers ? repertoire.live(run.state) : []) {
      const choice = repertoire.answers(beat, run.state).find(({ fait }) => !LEAVING.has(fait));
      if (choice) act(choice);
    }
    const [callback] = answers && !run.state.conversation ? repertoire.callbacks(run.state) : [];
    if (callback) act({ ...callback, appel: `call-${run.state.order}` });
  }
  return run;
}

/** An amount in euros inside a text, thousands apart by any space. */
const EUROS = /\d{1,3}(?:[ \u00a0\u202f]?\d{3})*(?:,\d{2})?(?=[ \u00a0\u202f]*€)/g;

/** The same value with each amount changed: numbers by `delta` in their own unit, texts by ten euros. */
export function otherAmounts(value: unknown, delta: number, key = ''): unknown {
  if (Array.isArray(value)) return value.map((item: unknown) => otherAmounts(item, delta, key));
  if (typeof value === 'number') return MONEY_ATTRIBUTES.has(key) ? value + delta : value;
  if (typeof value === 'string')
    return value.replace(EUROS, (text) =>
      (Number(text.replace(/[ \u00a0\u202f]/g, '').replace(',', '.')) + 10).toFixed(2).replace('.', ',')
    );
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value as Record<string, FactValue>).map(([name, member]) => [
      name,
      otherAmounts(member, delta, name)
    ])
  );
}
