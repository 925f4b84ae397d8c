import type { Names } from './check-names';
import { absenceBeat } from './compile-condition';
import { outgoingOf } from './compile-cue';
import { compilePattern } from './compile-pattern';
import { examMs, listOf } from './compile-values';
import { implies, isImpossible } from './condition-logic';
import { partsOf, patternsOf, shapeOf, type Condition, type Outcome, type Shape } from './format-cue';
import type { EventSource } from './format-script';
import { comesTooLate, TOO_LATE_FIX, tooLateWords } from './named-times';
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
  const contradiction = impossiblePart(condition, [...path, key], shown.scope);
  if (contradiction) {
    report(
      contradiction,
      'etat.jamais-atteint',
      `Dans « ${event.id} », ces conditions s’excluent : elles ne sont jamais remplies ensemble.`,
      'Retirez l’une d’elles, ou mettez-les sous « un_de ».'
    );
    return started;
  }
  let told = false;
  const absences = parts.filter(({ shape }) => shape.of === 'absence');
  for (const part of parts) {
    const watch = absenceBeat(event.id, absences.indexOf(part) + 1);
    const late = 'pattern' in part.shape ? comesTooLate(part.shape.pattern, shown.walked) : null;
    if (late) {
      told = true;
      report(part.at, 'etat.jamais-atteint', tooLateWords(late, `Dans « ${event.id} »`), TOO_LATE_FIX);
    } else if (!canCome(part.shape, watch, shown)) {
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

/** The widest part of a condition that asks for things which exclude each other. */
function impossiblePart(cue: Condition, path: Path, scope: Scope): Path | null {
  if (isImpossible(cue, scope)) return path;
  const shape = shapeOf(cue);
  if (shape.of !== 'all' && shape.of !== 'any') return null;
  return shape.parts.reduce<Path | null>(
    (found, part, at) => found ?? impossiblePart(part, [...path, shape.key, at], scope),
    null
  );
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
