import { listOf } from './compile-values';
import type { EventSource } from './format-script';

const NBSP = '\u00a0';

function delayWords(event: EventSource): string {
  if (!event.delai) return '';
  return typeof event.delai === 'string'
    ? `, après ${event.delai}`
    : `, entre ${event.delai.entre[0]} et ${event.delai.entre[1]} après`;
}

/** What starts an event, in French, for the proctor, the jury and the chronogramme. */
export function cueWords(event: EventSource): string {
  if (event.a) return `à ${event.a}${delayWords(event)}`;
  if (event.quand) return `quand${NBSP}: ${event.quand.fait}${delayWords(event)}`;
  if (event.apres) {
    const source = 'tache' in event.apres ? `tâche ${event.apres.tache}` : event.apres.evenement;
    const issues = listOf(event.apres.issue as string | readonly string[] | undefined);
    return `après ${source}${issues.length ? ` (${issues.join(', ')})` : ''}${delayWords(event)}`;
  }
  return 'par le surveillant';
}
