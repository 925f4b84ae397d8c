import { runnable } from '../../engine/beat';
import { playProfile, PROFILES, type Profile } from '../../engine/profiles';
import { playRandom } from '../../engine/random-candidate';
import { playRun } from '../../engine/recorded-run';
import { Repertoire } from '../../engine/repertoire';
import type { Simulation } from '../../engine/simulate';
import type { EntryDraft } from '../../log/entry';
import { runSchema, type RunSource } from '../../scenario/format-run';
import { scopeOf } from '../../scenario/scope';
import type { Draft, DraftScript } from '../document/draft.svelte';

/** A candidate that the chronogramme may be drawn for, and whose place an author may take. */
export interface RunChoice {
  /** `sans-rien-faire`, the name of a file of `parcours/`, `profil-en-retard`, or `hasard`. */
  readonly name: string;
  readonly title: string;
  readonly group: 'recorded' | 'profile' | 'random';
  /** Plays the whole exam. Throws a DomainError when the steps of a recorded run are not in the order of time. */
  readonly play: (script: DraftScript) => Simulation;
}

/** Groups of the menu, in its order. */
export const RUN_GROUPS: readonly { readonly id: RunChoice['group']; readonly title: string }[] = [
  { id: 'profile', title: 'Profils tout prêts' },
  { id: 'recorded', title: 'Parcours enregistrés' },
  { id: 'random', title: 'Au hasard' }
];

const TITLES: Readonly<Record<Profile, string>> = {
  inactif: 'Candidat qui ne fait rien',
  parfait: 'Candidat qui fait tout à temps',
  'manque-appels': 'Candidat qui manque appels et visites',
  'montants-faux': 'Candidat aux montants faux',
  'en-retard': 'Candidat qui remet en retard'
};
const PERFECT = 'parcours/parfait.yaml';

/** A recorded run as a choice. */
export const choiceOf = (name: string, run: RunSource): RunChoice => ({
  name,
  title: run.titre,
  group: 'recorded',
  play: ({ compiled, source }) => playRun(scopeOf(source), runnable(compiled), run)
});

function runIn(draft: Draft, file: string): RunSource | null {
  const parsed = runSchema.safeParse(draft.yaml(file).value);
  return parsed.success ? parsed.data : null;
}

function profileChoice(profile: Profile, perfect: RunSource | null): RunChoice {
  return {
    name: profile === 'inactif' ? 'sans-rien-faire' : `profil-${profile}`,
    title: TITLES[profile],
    group: 'profile',
    play: ({ compiled, source }) => playProfile(profile, scopeOf(source), runnable(compiled), perfect)
  };
}

/** A candidate who does anything that the scenario looks at; the same number always does the same. */
const randomChoice = (seed: number): RunChoice => ({
  name: 'hasard',
  title: `Candidat au hasard nº\u00a0${seed}`,
  group: 'random',
  play: ({ compiled }) => {
    const scenario = runnable(compiled);
    return playRandom(scenario, new Repertoire(scenario), { candidate: `hasard-${seed}`, seed: 'parcours' });
  }
});

/** The built-in profiles, the recorded runs that can be read, and a random candidate. The idle one is the first. */
export function runChoices(draft: Draft, seed: number): readonly RunChoice[] {
  const recorded = Object.keys(draft.files)
    .filter((file) => file.startsWith('parcours/'))
    .sort()
    .flatMap((file): readonly RunChoice[] => {
      const run = runIn(draft, file);
      return run ? [choiceOf(file.replace(/^parcours\/|\.ya?ml$/g, ''), run)] : [];
    });
  const perfect = PERFECT in draft.files ? runIn(draft, PERFECT) : null;
  const profiles = PROFILES.toSorted((a, b) => Number(b === 'inactif') - Number(a === 'inactif')).map(
    (profile) => profileChoice(profile, perfect)
  );
  return [...profiles, ...recorded, randomChoice(seed)];
}

/** What a choice makes of the whole exam; `null` when its steps are not in the order of time. */
export function logOfRun(script: DraftScript, choice: RunChoice): readonly EntryDraft[] | null {
  try {
    return choice.play(script).log;
  } catch {
    return null;
  }
}
