import { formatDuration } from '../../kernel/format-fr';
import type { Visit } from './model';

const MINUTE = 60_000;

/** How long somebody has waited, in whole minutes: `depuis 3 min`. */
export const waitedWords = (ms: number): string =>
  ms < MINUTE ? 'depuis moins d’une minute' : `depuis ${formatDuration(Math.floor(ms / MINUTE) * MINUTE)}`;

const LEFT = {
  received: 'Visite terminée',
  dismissed: 'Visite terminée',
  tired: 'Parti sans attendre',
  closed: 'Parti'
} as const;

/** Where a visit is; `now` is the exam time. */
export function visitWords(visit: Visit, now: number): string {
  if (visit.state === 'received') return 'Devant vous';
  if (visit.state === 'left') return LEFT[visit.how ?? 'received'];
  return `${visit.state === 'held' ? 'Patiente' : 'Attend'} ${waitedWords(now - visit.sinceMs)}`;
}

/** What the transcript says while nothing has been said. */
export const silenceWords = ({ state }: Visit): string =>
  state === 'left' ? 'Aucune parole échangée.' : 'Cette personne attend que vous l’accueilliez.';
