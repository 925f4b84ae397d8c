import type { RunnableScenario } from '../../engine/beat';
import { clockStarted, sittingOpened } from '../../engine/events';
import { Simulation } from '../../engine/simulate';
import type { EntryDraft } from '../../log/entry';
import type { Fact } from '../../log/facts';

/**
 * The sitting of a candidate that was played to the end, as it was at an exam time: what they and the proctor did until
 * then is done again, with the same draws, and somebody else may go on.
 * @param log of the whole sitting, from its opening
 * @param untilMs exam ms
 */
export function takeOver(
  scenario: RunnableScenario,
  log: readonly EntryDraft[],
  untilMs: number
): Simulation {
  const [opened] = log;
  const run = new Simulation(scenario, {
    ...(opened && sittingOpened.is(opened) && { seed: opened.d.seed, rate: opened.d.rate })
  });
  run.start();
  for (const entry of log) {
    if (entry.t > untilMs) break;
    if (entry.by !== 'candidate' && (entry.by !== 'proctor' || clockStarted.is(entry))) continue;
    if (entry.wall > run.wall) run.wait(entry.wall - run.wall);
    const gesture = { type: entry.type, v: entry.v, d: entry.d };
    if (entry.by === 'proctor') run.do({ by: 'proctor', gesture });
    else run.do({ by: 'candidate', gesture, facts: [entry.d as Fact] });
  }
  run.waitUntil(untilMs);
  return run;
}
