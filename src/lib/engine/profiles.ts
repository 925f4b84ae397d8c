import { formatExamTime } from '../kernel/format-fr';
import { examMs } from '../scenario/compile-values';
import type { RunSource } from '../scenario/format-run';
import type { Scope } from '../scenario/scope';
import type { RunnableScenario } from './beat';
import * as events from './events';
import { playRun } from './recorded-run';
import { otherAmounts, playSensible } from './sensible-candidate';
import type { Simulation } from './simulate';

/** Candidates that every scenario can be tried with. */
export const PROFILES = ['parfait', 'inactif', 'manque-appels', 'montants-faux', 'en-retard'] as const;
export type Profile = (typeof PROFILES)[number];

const LATE_MS = 60_000;
/** Facts of a conversation that somebody else begins: calls and visits. */
const TALK = /^(appel|visite)\./;

/**
 * Plays a built-in profile: the scenario's own perfect run, changed; without one, the first choice everywhere.
 * `seed` draws the delays of the script; that of the recorded run if absent.
 */
export function playProfile(
  profile: Profile,
  scope: Scope,
  scenario: RunnableScenario,
  perfect: RunSource | null,
  seed?: string
): Simulation {
  if (profile === 'inactif') return playRun(scope, scenario, { ...idle, ...(seed && { graine: seed }) });
  if (!perfect)
    return playSensible(scenario, {
      ...(seed !== undefined && { seed }),
      answers: profile !== 'manque-appels',
      handsIn: profile === 'en-retard' ? 'late' : 'in-time',
      rightAmounts: profile !== 'montants-faux'
    });
  const base = seed === undefined ? perfect : { ...perfect, graine: seed };
  return playRun(scope, scenario, { ...base, etapes: stepsOf(profile, scope, scenario, base) });
}

const idle: RunSource = { format: 1, titre: 'Candidat qui ne fait rien', etapes: [] };

function stepsOf(
  profile: Profile,
  scope: Scope,
  scenario: RunnableScenario,
  run: RunSource
): RunSource['etapes'] {
  switch (profile) {
    case 'manque-appels':
      return run.etapes.filter(
        (step) => !(step.fait && TALK.test(step.fait)) && !('appel' in step) && !('visite' in step)
      );
    case 'montants-faux':
      return run.etapes.map((step) => otherAmounts(step, 10) as typeof step);
    case 'en-retard':
      return lateSteps(scope, scenario, run);
    default:
      return run.etapes;
  }
}

/** The steps of a run, with those that hand something in moved after its deadline. */
function lateSteps(scope: Scope, scenario: RunnableScenario, run: RunSource): RunSource['etapes'] {
  const deadlines = new Map(scenario.compiled.tasks.map((task) => [task.id, task.deadlineMs]));
  const moved = new Map<number, number>();
  let played = -1;
  for (const entry of playRun(scope, scenario, run).log) {
    if (entry.type === 'simulated.fact') played += 1;
    const deadline = events.productionReceived.is(entry) ? deadlines.get(entry.d.task) : undefined;
    if (deadline !== undefined && deadline + LATE_MS < scenario.compiled.durationMs)
      moved.set(played, Math.max(deadline + LATE_MS, moved.get(played) ?? 0));
  }
  let index = -1;
  return run.etapes
    .map((step) => {
      if (step.fait) index += 1;
      const at = step.fait ? moved.get(index) : undefined;
      return at === undefined ? step : { ...step, heure: formatExamTime(Math.max(at, examMs(step.heure))) };
    })
    .toSorted((a, b) => examMs(a.heure) - examMs(b.heure));
}
