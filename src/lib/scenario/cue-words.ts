import { listOf } from './compile-values';
import { shapeOf, type Condition, type Outcome } from './format-cue';
import type { EventSource } from './format-script';

const NBSP = '\u00a0';

function delayWords(event: EventSource): string {
  if (!event.delai) return '';
  return typeof event.delai === 'string'
    ? `, après ${event.delai}`
    : `, entre ${event.delai.entre[0]} et ${event.delai.entre[1]} après`;
}

function outcomeWords(outcome: Outcome): string {
  const source = 'tache' in outcome ? `tâche ${outcome.tache}` : outcome.evenement;
  const issues = listOf<string>(outcome.issue);
  return `${source}${issues.length ? ` (${issues.join(', ')})` : ''}`;
}

function conditionWords(cue: Condition): string {
  const shape = shapeOf(cue);
  switch (shape.of) {
    case 'all':
      return shape.parts.map(conditionWords).join(' et ');
    case 'any':
      return shape.parts.map(conditionWords).join(' ou ');
    case 'fact':
      return shape.pattern.fait;
    case 'times':
      return `${shape.times} fois ${shape.pattern.fait}`;
    case 'hour':
      return shape.hour;
    case 'outcome':
      return `issue de ${outcomeWords(shape.outcome)}`;
    case 'absence':
      return `aucun ${shape.absence.absence.fait} pendant ${shape.absence.pendant}`;
  }
}

/** What starts an event, in French, for the proctor, the jury and the chronogramme. */
export function cueWords(event: EventSource): string {
  if (event.a) return `à ${event.a}${delayWords(event)}`;
  if (event.quand) return `quand${NBSP}: ${conditionWords(event.quand)}${delayWords(event)}`;
  if (event.apres) return `après ${outcomeWords(event.apres)}${delayWords(event)}`;
  return 'par le surveillant';
}
