/** The order in which the format writes the keys of an event, of a task and of what they hold. */
export const EVENT_KEYS = [
  'id',
  'titre',
  'a',
  'quand',
  'apres',
  'manuel',
  'delai',
  'annule_si',
  'simultane',
  'courriel',
  'appel',
  'discussion',
  'visite',
  'pli',
  'depot',
  'agenda',
  'commandes',
  'annonce',
  'montants',
  'attendus'
] as const;
