import { formatClock } from '../../kernel/format-fr';
import { parseStory } from '../../kernel/story-time';
import type { Scene } from '../../scene/scene';
import type { Call } from './model';

/** How a call ended, in the log of calls. */
export function callOutcome(call: Call): string {
  if (call.state === 'ringing') return 'Sonne';
  if (call.state === 'put-off') return 'Mis en attente';
  if (call.state === 'dialling') return 'Appel en cours';
  if (call.state === 'talking') return 'En communication';
  if (call.how === 'missed') return call.direction === 'in' ? 'Appel manqué' : 'Sans réponse';
  if (call.how === 'busy')
    return call.direction === 'in' ? 'Ligne occupée : n’a pas pu vous joindre' : 'Ligne occupée';
  return call.how === 'transferred' ? 'Transféré' : 'Terminé';
}

/** Story clock of an exam instant: `08:42`. */
export const clockOf = (scene: Scene, examMs: number): string =>
  formatClock((parseStory(scene.storyStart) ?? 0) + examMs);
