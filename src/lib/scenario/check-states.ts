import type { Names } from './check-names';
import { checkConditions } from './check-conditions';
import { checkEvidenceTimes } from './check-evidence-times';
import { checkGiven } from './check-given';
import type { CompiledBeat } from './compiled';
import { contentsOf, dialogueOf } from './content-of';
import type { GridSource } from './format-grid';
import type { EventSource } from './format-script';
import { compileScenario } from './master';
import type { Media } from './media';
import { scopeOf } from './scope';
import { walk, type WalkedBeat } from './walk';
import type { YamlSource } from './yaml-source';

type Path = readonly PropertyKey[];

/** A walk opens no document. */
const noMedia: Media = {
  piece: (name) => {
    throw new Error(`no piece ${name}`);
  },
  url: () => '',
  attachment: (name) => ({ name, kind: 'other', mediaType: '', size: 0, blob: '' })
};

/**
 * Walks every state of each event with witness events: conditions that can never be met, conditions that change nothing,
 * states never reached, conversations without an end. For a scenario without an error: it is compiled.
 */
export function checkStates(names: Names, grid: GridSource | null, gridYaml: YamlSource | null): void {
  const scope = scopeOf(names.source);
  const compiled = compileScenario(scope, noMedia);
  const { deroule } = names.source;
  const manual = new Set(deroule.filter((event) => event.manuel).map(({ id }) => id));
  const walked = walk(compiled, manual);
  checkGiven(names, walked);
  checkEvidenceTimes(names, walked, grid, gridYaml);
  const beats = new Map(compiled.beats.map((beat) => [beat.id, beat]));
  deroule.forEach((event, index) => {
    const beat = beats.get(event.id);
    const steps = walked.get(event.id);
    if (!beat || !steps) return;
    const path = ['deroule', index];
    const starts = checkConditions(names, event, path, { scope, walked, steps, endMs: compiled.durationMs });
    if (!starts) return;
    checkReached(names, event, path, beat, steps);
    checkEnds(names, event, path, beat, steps);
  });
}

/** States that only time leads to, where their time is written, and what they are. */
const WAITED: readonly (readonly [state: RegExp, path: Path, what: string])[] = [
  [/^impatient$/, ['visite', 'impatience', 'apres'], 'le visiteur ne s’impatiente jamais'],
  [/^tired-of-waiting$/, ['visite', 'patience'], 'le visiteur ne se lasse jamais'],
  [/^nudged$/, ['discussion', 'relance', 'apres'], 'la relance n’arrive jamais'],
  [/^unanswered$/, ['discussion', 'patience'], 'l’attente d’une réponse ne finit jamais'],
  [/^ringing:[2-9]/, ['appel', 'rappel', 'apres'], 'le rappel n’arrive jamais'],
  [/^given-up$/, ['appel', 'sonnerie'], 'la dernière sonnerie ne finit jamais']
];

function checkReached(
  names: Names,
  event: EventSource,
  path: Path,
  { config }: CompiledBeat,
  { reached }: WalkedBeat
): void {
  const [content = ''] = contentsOf(event);
  const states = Object.keys(config.states);
  for (const [pattern, at, what] of WAITED) {
    const missing = at[0] === content && states.some((state) => pattern.test(state) && !reached.has(state));
    if (missing)
      names.report.at(
        names.yaml,
        [...path, ...at],
        'etat.jamais-atteint',
        `Dans « ${event.id} », ${what} : l’épreuve finit avant.`,
        'Avancez l’événement, ou raccourcissez cette durée.',
        { severity: 'avertissement' }
      );
  }
}

/** Ways out of a conversation that are not an end that the author wrote. */
const BROKEN_OFF = /^(hung-up|cut-off|tired|skipped|unanswered)/;

/** From every line that can be said, some line with « fin » can be reached without breaking off. */
function checkEnds(
  names: Names,
  event: EventSource,
  path: Path,
  beat: CompiledBeat,
  steps: WalkedBeat
): void {
  const dialogue = dialogueOf(event);
  if (!dialogue) return;
  const ends = new Set(
    Object.entries(dialogue).flatMap(([name, line]) => (line.fin ? [`line:${name}`] : []))
  );
  for (let grown = true; grown;) {
    grown = false;
    for (const [from, ways] of steps.ways)
      if (!ends.has(from) && [...ways].some((to) => ends.has(to) && !BROKEN_OFF.test(to))) {
        ends.add(from);
        grown = true;
      }
  }
  const stuck = Object.keys(dialogue).find(
    (name) => steps.reached.has(`line:${name}`) && !ends.has(`line:${name}`)
  );
  if (stuck === undefined || beat.config.states[`line:${stuck}`]?.type === 'final') return;
  const [content = 'appel'] = contentsOf(event);
  names.report.at(
    names.yaml,
    [...path, content, 'dialogue', stuck],
    'etat.sans-issue',
    `Dans « ${event.id} », depuis la réplique « ${stuck} », aucun choix ne mène à une fin : la conversation tourne en rond.`,
    'Faites mener l’une de ses suites à une réplique qui porte « fin ».',
    { key: true, severity: 'avertissement' }
  );
}
