import type { Call } from './model';

/** How a call ended, in the log of calls. */
export function callOutcome(call: Call): string {
  if (call.state === 'ringing') return 'Sonne';
  if (call.state === 'put-off') return 'Sonnerie coupée';
  if (call.state === 'dialling') return 'Appel en cours';
  if (call.state === 'talking') return call.machine ? 'Répondeur' : 'En communication';
  if (call.state === 'held') return 'En attente';
  if (call.machine) return saidSomething(call) ? 'Message laissé' : 'Répondeur';
  if (call.gaveUp) return 'A raccroché pendant l’attente';
  if (call.how === 'missed') return call.direction === 'in' ? 'Appel manqué' : 'Sans réponse';
  if (call.how === 'busy')
    return call.direction === 'in' ? 'Ligne occupée : n’a pas pu vous joindre' : 'Ligne occupée';
  return call.how === 'transferred' ? 'Transféré' : 'Terminé';
}

const saidSomething = ({ turns }: Call): boolean => turns.some(({ who }) => who === 'me');

/** What the transcript says while nothing has been said. */
export function silenceWords({ state, direction, how }: Call): string {
  if (state === 'dialling') return 'Ça sonne…';
  if (state === 'ringing') return 'Le téléphone sonne.';
  if (direction === 'out' && how === 'missed')
    return 'Personne n’a répondu. Rappelez plus tard, ou écrivez un courriel.';
  if (direction === 'out' && how === 'busy')
    return 'La ligne est occupée. Rappelez plus tard, ou écrivez un courriel.';
  return 'Aucune parole échangée.';
}
