import type { Names } from './check-names';
import { absenceBeat } from './compile-condition';
import { outgoingOf } from './compile-cue';
import { compilePattern } from './compile-pattern';
import { examMs, listOf } from './compile-values';
import type { FactTest } from './compiled';
import { partsOf, patternsOf, shapeOf, type Condition, type Outcome, type Shape } from './format-cue';
import type { EventSource } from './format-script';
import { READY } from './ready-states';
import type { Scope } from './scope';
import type { Walked, WalkedBeat } from './walk';
import { isMasked } from './witness';

type Path = readonly PropertyKey[];
type Part = Exclude<Shape, { of: 'all' } | { of: 'any' }>;

/** What the walk has shown, for the conditions of one event. */
export interface Shown {
  readonly scope: Scope;
  readonly walked: Walked;
  readonly steps: WalkedBeat;
  readonly endMs: number;
}

/**
 * What starts an event: parts that can never come, that are taken by `annule_si`, or that another part makes useless.
 * Returns whether the event can start by itself or by hand.
 */
export function checkConditions(names: Names, event: EventSource, path: Path, shown: Shown): boolean {
  checkDialling(names, event, path);
  const started = [...shown.steps.reached].some(([state, t]) => READY.test(state) && t < shown.endMs);
  const key = event.apres ? 'apres' : 'quand';
  const condition = event.quand ?? event.apres;
  if (!condition) return started;
  const parts = partsOf(condition).map(({ path: at, shape }) => ({ at: [...path, key, ...at], shape }));
  const report = (at: Path, code: string, message: string, fix: string) =>
    names.report.at(names.yaml, at, code, message, fix);
  let told = false;
  const absences = parts.filter(({ shape }) => shape.of === 'absence');
  for (const part of parts) {
    const watch = absenceBeat(event.id, absences.indexOf(part) + 1);
    if (!canCome(part.shape, watch, shown)) {
      told = true;
      report(
        part.at,
        'etat.jamais-atteint',
        `Dans « ${event.id} », cette condition n’est jamais remplie pendant l’épreuve.`,
        'Vérifiez l’heure, l’issue attendue et les durées, ou retirez-la.'
      );
    } else if (isCancelled(part.shape, event, shown.scope)) {
      told = true;
      report(
        part.at,
        'branche.masquee',
        `« ${event.id} » ne part jamais de ce fait : « annule_si » prend le même et le retire.`,
        'Précisez « annule_si », ou changez le déclencheur.'
      );
    }
  }
  if (told) return started;
  checkSiblings(names, event, condition, [...path, key], shown.scope);
  if (!started)
    report(
      [...path, key],
      'etat.jamais-atteint',
      `« ${event.id} » ne commence jamais : ses conditions ne se rencontrent pas avant la fin de l’épreuve.`,
      'Avancez-les, ou raccourcissez « delai ».'
    );
  return started;
}

/** A call that answers the candidate's own: it must be the last thing waited for, and has no delay of its own. */
function checkDialling({ report, yaml }: Names, event: EventSource, path: Path): void {
  if (!event.appel || !event.quand) return;
  const outgoing = outgoingOf(event);
  const wrong = (at: Path, message: string, fix: string) =>
    report.at(yaml, [...path, ...at], 'appel.sortant', message, fix, { key: true });
  if (outgoing && !outgoing.before && event.delai !== undefined)
    wrong(
      ['delai'],
      `« ${event.id} » répond à un appel du candidat : « delai » n’y change rien.`,
      'Retirez « delai », ou dites quand la personne devient joignable : { tous: [ …, { fait: appel.passe, … } ] }.'
    );
  const dialled = patternsOf(event.quand).find(
    ({ pattern, path: at }) => pattern.fait === 'appel.passe' && !at.includes('absence')
  );
  if (!outgoing && dialled && event.delai === undefined)
    wrong(
      ['quand', ...dialled.path, 'fait'],
      `« ${event.id} » ferait sonner le poste à l’instant où le candidat compose un numéro.`,
      'Pour une personne qui décroche, écrivez « appel.passe » une seule fois, seul ou directement sous « tous » ; sinon ajoutez « delai ».'
    );
}

/** Whether one part of a condition can come before the end. */
function canCome(part: Part, watch: string, { scope, walked, endMs }: Shown): boolean {
  switch (part.of) {
    case 'hour':
      return examMs(part.hour) < endMs;
    case 'absence':
      return (walked.get(watch)?.reached.get('absent') ?? endMs) < endMs;
    case 'outcome':
      return outcomeTime(part.outcome, walked) < endMs;
    case 'fact':
    case 'times':
      return (compilePattern(part.pattern, scope).fromMs ?? 0) < endMs;
  }
}

/** Earliest exam time of an outcome; infinite when it never comes. */
function outcomeTime(outcome: Outcome, walked: Walked): number {
  const beat = 'tache' in outcome ? `tache:${outcome.tache}` : outcome.evenement;
  const wanted = listOf<string>(outcome.issue);
  const times = [...(walked.get(beat)?.outcomes ?? [])].flatMap(([issue, t]) =>
    (wanted.length ? wanted.includes(issue) : issue !== 'saute' && issue !== 'sans_objet') ? [t] : []
  );
  return Math.min(Infinity, ...times);
}

function isCancelled(part: Part, event: EventSource, scope: Scope): boolean {
  if (!event.annule_si || (part.of !== 'fact' && part.of !== 'times')) return false;
  return isMasked(compilePattern(part.pattern, scope), [compilePattern(event.annule_si, scope)]);
}

/** Parts of one list of which one makes the other useless: the wider one of `un_de` wins, the narrower one of `tous` decides. */
function checkSiblings(names: Names, event: EventSource, cue: Condition, path: Path, scope: Scope): void {
  const shape = shapeOf(cue);
  if (shape.of !== 'all' && shape.of !== 'any') return;
  shape.parts.forEach((part, at) => checkSiblings(names, event, part, [...path, shape.key, at], scope));
  const useless = shape.parts.findIndex((part, at) =>
    shape.parts.some((other, place) => {
      if (place === at) return false;
      const [narrow, wide] = shape.of === 'any' ? [part, other] : [other, part];
      return implies(narrow, wide, scope) && (place < at || !implies(wide, narrow, scope));
    })
  );
  if (useless < 0) return;
  names.report.at(
    names.yaml,
    [...path, shape.key, useless],
    'branche.masquee',
    `Dans « ${event.id} », cette condition ne change rien : une autre de la même liste la contient.`,
    shape.of === 'any'
      ? 'Retirez-la, ou précisez l’autre.'
      : 'Retirez-la, ou écrivez « fois » si le fait doit arriver deux fois.'
  );
}

/** Whether the first condition cannot be met without meeting the second. */
function implies(narrow: Condition, wide: Condition, scope: Scope): boolean {
  const [one, two] = [shapeOf(narrow), shapeOf(wide)];
  const fact = (shape: Shape): FactTest | null =>
    shape.of === 'fact' || shape.of === 'times' ? compilePattern(shape.pattern, scope) : null;
  const times = (shape: Shape) => (shape.of === 'times' ? shape.times : 1);
  const [left, right] = [fact(one), fact(two)];
  if (left && right) return times(one) >= times(two) && isMasked(left, [right]);
  if (one.of === 'hour' && two.of === 'hour') return examMs(one.hour) >= examMs(two.hour);
  return one.of === 'outcome' && two.of === 'outcome' && outcomeImplies(one.outcome, two.outcome);
}

function outcomeImplies(narrow: Outcome, wide: Outcome): boolean {
  const same =
    'tache' in narrow && 'tache' in wide
      ? narrow.tache === wide.tache
      : 'evenement' in narrow && 'evenement' in wide && narrow.evenement === wide.evenement;
  const [few, many] = [listOf<string>(narrow.issue), listOf<string>(wide.issue)];
  const noneBroughtAbout = few.every((issue) => issue !== 'saute' && issue !== 'sans_objet');
  if (!same) return false;
  if (many.length === 0) return noneBroughtAbout;
  return few.length > 0 && few.every((issue) => many.includes(issue));
}
