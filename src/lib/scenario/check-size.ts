import type { Names } from './check-names';
import { partsOf, shapeOf, type Condition } from './format-cue';

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

/** Conditions that would compile into too many states: refused before anything is compiled, so that no draft can hold a server up. */
export function checkSizes(names: Names): void {
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
