import type { Filter } from './listing';
import { DRAFTS, INBOX, SENT, TRASH } from './types';

const FOLDERS: Readonly<Record<string, string>> = {
  [INBOX]: 'Les messages reçus arriveront ici.',
  [DRAFTS]: 'Un message commencé et non envoyé est gardé ici.',
  [SENT]: 'Les messages que vous envoyez sont gardés ici.',
  [TRASH]: 'Les messages supprimés sont gardés ici.'
};
const FILTERS: Readonly<Record<Exclude<Filter, 'all'>, string>> = {
  unread: 'Aucun message non lu',
  attachment: 'Aucun message avec pièce jointe',
  flagged: 'Aucun message suivi'
};

/** What an empty list says: why, and what to do. */
export function emptyWords(folder: string, query: string, filter: Filter): { title: string; body: string } {
  if (query.trim())
    return {
      title: 'Aucun résultat',
      body: `Aucun message ne contient «\u00a0${query.trim()}\u00a0»${filter === 'all' ? '' : ' avec ce filtre'}. Essayez un autre mot.`
    };
  if (filter !== 'all')
    return { title: FILTERS[filter], body: 'Choisissez «\u00a0Tous\u00a0» pour revoir tout le dossier.' };
  return {
    title: 'Dossier vide',
    body: FOLDERS[folder] ?? 'Glissez des messages sur ce dossier, ou utilisez «\u00a0Classer\u00a0».'
  };
}
