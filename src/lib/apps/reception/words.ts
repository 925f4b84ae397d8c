import { formatDuration } from '../../kernel/format-fr';
import type { Visit } from './model';

const MINUTE = 60_000;

const LEFT = {
  received: 'Visite terminée',
  dismissed: 'Visite terminée',
  tired: 'Reparti, las d’attendre',
  closed: 'Parti'
} as const;

/** Where a visit is; `now` is the exam time. */
export function visitWords(visit: Visit, now: number): string {
  if (visit.state === 'received') return 'Devant vous';
  if (visit.state === 'left') return LEFT[visit.how ?? 'received'];
  const waited = now - visit.sinceMs;
  const since = formatDuration(Math.floor(waited / MINUTE) * MINUTE);
  if (visit.state === 'held') return waited < MINUTE ? 'Patiente' : `Patiente depuis ${since}`;
  return waited < MINUTE ? 'Vient d’arriver' : `Attend depuis ${since}`;
}

/** What the transcript says while nothing has been said. */
export const silenceWords = ({ state }: Visit): string =>
  state === 'left' ? 'Aucune parole échangée.' : 'Cette personne attend que vous l’accueilliez.';
