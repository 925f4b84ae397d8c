import type { RunnableScenario } from '../lib/engine/beat';
import { Coverage } from '../lib/engine/coverage';
import { Equality, type Cause, type EqualityReport } from '../lib/engine/equality';
import { PROFILES, playProfile, type Profile } from '../lib/engine/profiles';
import { playRandom } from '../lib/engine/random-candidate';
import { playRun, summarise } from '../lib/engine/recorded-run';
import { Repertoire } from '../lib/engine/repertoire';
import { formatExamTime, plural } from '../lib/kernel/format-fr';
import type { RunSource } from '../lib/scenario/format-run';
import type { Scope } from '../lib/scenario/scope';

/** A scenario ready to be simulated, with its recorded runs by name. */
export interface Simulated {
  readonly scenario: RunnableScenario;
  readonly scope: Scope;
  readonly runs: readonly { readonly name: string; readonly run: RunSource }[];
}

type Say = (text: string) => void;
const RATES = [
  { num: 1, den: 1 },
  { num: 3, den: 4 }
] as const;

const isProfile = (name: string): name is Profile => PROFILES.some((profile) => profile === name);

/** Plays a profile or a recorded run and prints its chronogramme. Returns the exit code. */
export function simulateOne(simulated: Simulated, name: string, seed: string | undefined, say: Say): number {
  const { scenario, scope, runs } = simulated;
  const recorded = runs.find((known) => known.name === name)?.run;
  const perfect = runs.find((known) => known.name === 'parfait')?.run ?? null;
  if (!recorded && !isProfile(name)) {
    say(`« ${name} » n’est ni un profil ni un parcours.`);
    say(`Profils : ${PROFILES.join(', ')}. Parcours : ${runs.map((known) => known.name).join(', ')}.`);
    return 1;
  }
  const began = performance.now();
  const played = recorded
    ? playRun(scope, scenario, seed === undefined ? recorded : { ...recorded, graine: seed })
    : playProfile(name as Profile, scope, scenario, perfect, seed);
  const tookMs = performance.now() - began;
  say(`${scenario.compiled.title} — ${recorded?.titre ?? `profil ${name}`}`);
  for (const line of summarise(scenario, played.log)) say(line);
  say(`Épreuve de ${formatExamTime(scenario.compiled.durationMs)} jouée en ${Math.ceil(tookMs)} ms.`);
  return 0;
}

/** Plays one session of random candidates, half of them with third-time, half with a proctor who steps in, and prints what they saw and what nobody saw. */
export function simulateMany({ scenario }: Simulated, count: number, seed: string, say: Say): number {
  const { compiled } = scenario;
  const repertoire = new Repertoire(scenario);
  const coverage = new Coverage();
  const equality = new Equality(compiled);
  let tookMs = 0;
  for (let index = 0; index < count; index++) {
    const began = performance.now();
    const quiet = index % 4 < 2;
    const { log } = playRandom(scenario, repertoire, {
      candidate: `${seed}-${index + 1}`,
      seed: compiled.draw === 'common' ? seed : `${seed}-${index + 1}`,
      rate: RATES[index % RATES.length]!,
      proctor: !quiet
    });
    tookMs += performance.now() - began;
    coverage.add(log);
    // What a proctor triggers, skips or ends is nobody's inequality: the others are compared.
    if (quiet) equality.add(`candidat ${index + 1}`, log);
  }
  say(`${compiled.title} — ${plural(count, 'candidat')} au hasard, graine ${seed}`);
  say(
    `${plural(count, 'épreuve')} de ${formatExamTime(compiled.durationMs)} en ${(tookMs / 1000).toFixed(1).replace('.', ',')} s.`
  );
  const missing = coverage.missing(compiled);
  say(
    missing.size === 0
      ? 'Tous les états des événements ont été visités.'
      : 'États jamais visités, que le vérificateur sait pourtant atteignables :'
  );
  for (const [beat, states] of missing) say(`  ${beat} : ${states.join(', ')}`);
  return printEquality(equality.report(), compiled.draw === 'individual', say);
}

const CAUSES: Readonly<Record<Cause, string>> = {
  'line-engaged': 'le candidat était en ligne',
  cancelled: 'le candidat avait déjà fait ce qui le retire (annule_si)',
  proctor: 'le surveillant l’a déclenché ou sauté',
  ended: 'l’épreuve était finie',
  unexplained: 'sans cause connue'
};

function printEquality(report: EqualityReport, individual: boolean, say: Say): number {
  const { candidates, stimuli, equal, exceptions } = report;
  say(`Égalité : ${plural(stimuli, 'événement')} à heure fixe, ${plural(candidates, 'candidat')}.`);
  if (individual)
    say('  Le tirage est individuel : les délais tirés au sort diffèrent d’un candidat à l’autre.');
  say(`  ${plural(equal, 'événement')} à la même minute d’épreuve pour tous, sans exception.`);
  for (const cause of Object.keys(CAUSES) as Cause[]) {
    const some = exceptions.filter((exception) => exception.cause === cause);
    if (some.length === 0) continue;
    const beats = [...new Set(some.map(({ beat }) => beat))];
    say(`  ${plural(some.length, 'exception')} : ${CAUSES[cause]} (${beats.join(', ')}).`);
  }
  const unequal = individual ? [] : exceptions.filter(({ cause }) => cause === 'unexplained');
  for (const { candidate, beat, at, expected } of unequal.slice(0, 20))
    say(`  ✗ ${candidate}, ${beat} : ${timeOf(at)} au lieu de ${timeOf(expected)}`);
  say(unequal.length === 0 ? '  Aucune inégalité.' : `  ${plural(unequal.length, 'inégalité')}.`);
  return unequal.length === 0 ? 0 : 1;
}

const timeOf = (at: number | null): string => (at === null ? 'jamais' : formatExamTime(at));
