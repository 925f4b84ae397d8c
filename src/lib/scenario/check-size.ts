import type { Names } from './check-names';
import { listOf } from './compile-values';
import { contentsOf, dialogueOf } from './content-of';
import { partsOf, shapeOf, type Condition } from './format-cue';
import type { LineSource } from './format-dialogue';

/** Most ways of being half fulfilled that one condition may have: each becomes a state of its event (decision 0019). */
export const MOST_WAYS = 256;
/** The same for a whole scenario: a long exam has some tens of them. */
export const MOST_WAYS_OF_ALL = 512;
/** Most events of a script: more than one a minute during three hours. */
export const MOST_EVENTS = 200;
/** Most combinations inside each other. */
const MOST_DEPTH = 4;

/** Ways of being half fulfilled: each simple condition may have come from zero to `fois` times. */
export const waysOf = (cue: Condition): number =>
  partsOf(cue).reduce((ways, { shape }) => ways * (shape.of === 'times' ? shape.times + 1 : 2), 1);

const depthOf = (cue: Condition): number => {
  const shape = shapeOf(cue);
  return shape.of === 'all' || shape.of === 'any' ? 1 + Math.max(...shape.parts.map(depthOf)) : 0;
};

/** Most answers to one line, and most texts in their conditions: each answer is tried against what all the others look for. */
export const MOST_ANSWERS = 15;
export const MOST_TEXTS = 80;
/** The work of trying them, for a whole scenario: answers by the square of their texts. */
const MOST_TRIES = 300_000;

/**
 * What would take the checker too long: refused before anything is compiled or tried, so that no draft can hold a server
 * up. Says whether the rest can be checked.
 */
export function checkSizes(names: Names): boolean {
  const before = names.report.problems.length;
  checkConditions(names);
  checkAnswers(names);
  return names.report.problems.length === before;
}

/** Events, and conditions that would compile into too many states. */
function checkConditions(names: Names): void {
  const { deroule } = names.source;
  if (deroule.length > MOST_EVENTS)
    names.report.at(
      names.yaml,
      ['deroule', MOST_EVENTS],
      'deroule.taille',
      `Le déroulé a ${deroule.length} événements ; ${MOST_EVENTS} au plus.`,
      'Retirez des événements, ou partagez le scénario en deux.'
    );
  let all = 0;
  deroule.forEach((event, index) => {
    if (!event.quand) return;
    const tooMuch = (code: string, message: string, fix: string) =>
      names.report.at(names.yaml, ['deroule', index, 'quand'], code, message, fix);
    const depth = depthOf(event.quand);
    const ways = waysOf(event.quand);
    const before = all;
    all += ways;
    if (depth > MOST_DEPTH)
      tooMuch(
        'condition.profondeur',
        `La condition de « ${event.id} » emboîte ${depth} combinaisons.`,
        `Gardez-en ${MOST_DEPTH} au plus, ou partagez-la entre plusieurs événements.`
      );
    else if (ways > MOST_WAYS)
      tooMuch(
        'condition.taille',
        `La condition de « ${event.id} » peut être à moitié remplie de trop de façons (${ways > 1_000_000 ? 'des millions' : ways} ; ${MOST_WAYS} au plus).`,
        'Réduisez les « fois » ou le nombre de conditions, ou partagez-la entre plusieurs événements.'
      );
    else if (before <= MOST_WAYS_OF_ALL && all > MOST_WAYS_OF_ALL)
      tooMuch(
        'condition.taille',
        `À partir de « ${event.id} », les conditions du déroulé sont trop nombreuses à suivre (${MOST_WAYS_OF_ALL} façons d’être à moitié remplies au plus).`,
        'Réduisez les « fois » et le nombre de conditions des événements.'
      );
  });
}

/** Answers to the lines of conversations, and the texts that tell them apart. */
function checkAnswers(names: Names): void {
  let all = 0;
  names.source.deroule.forEach((event, index) => {
    const [content = ''] = contentsOf(event);
    for (const [name, line] of Object.entries(dialogueOf(event) ?? {})) {
      const answers = [...(line.choix ?? []), ...(line.saisie ?? [])];
      const texts = answers.reduce((sum, { si }) => sum + textsOf(si), 0);
      const before = all;
      all += answers.length * texts ** 2;
      const tooMuch = (message: string, fix: string) =>
        names.report.at(
          names.yaml,
          ['deroule', index, content, 'dialogue', name],
          'replique.taille',
          message,
          fix,
          {
            key: true
          }
        );
      if (answers.length > MOST_ANSWERS || texts > MOST_TEXTS)
        tooMuch(
          `Dans « ${event.id} », la réplique « ${name} » a ${answers.length} réponses et ${texts} textes à reconnaître (${MOST_ANSWERS} et ${MOST_TEXTS} au plus).`,
          'Réunissez des réponses, raccourcissez les listes, ou partagez la réplique en deux.'
        );
      else if (before <= MOST_TRIES && all > MOST_TRIES)
        tooMuch(
          `À partir de cette réplique de « ${event.id} », le déroulé a trop de textes à reconnaître.`,
          'Raccourcissez les listes de « contient » et de « sauf » des répliques.'
        );
    }
  });
}

type AnswerCondition = NonNullable<LineSource['saisie']>[number]['si'];
const textsOf = (si: AnswerCondition): number =>
  [si?.contient, si?.contient_tout, si?.sauf].reduce((sum, texts) => sum + listOf<string>(texts).length, 0);
