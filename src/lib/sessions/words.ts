import type { Role } from './account';
import type { SessionStatus } from './session-list.server';

/** Statuses of a session as people say them. */
export const STATUS_WORDS: Readonly<Record<SessionStatus, string>> = {
  prepared: 'En préparation',
  open: 'Ouverte',
  started: 'En cours',
  ended: 'Terminée'
};

/** Where a candidate is, by the status of their sitting (`sealed` is over for ever). */
export const SITTING_WORDS: Readonly<Record<string, string>> = {
  identity: 'pas encore entré',
  familiarisation: 'prise en main',
  ready: 'prêt',
  running: 'en cours',
  paused: 'en pause',
  over: 'terminé',
  sealed: 'terminé'
};

/** Roles as people say them. */
export const ROLE_WORDS: Readonly<Record<Role, string>> = {
  candidate: 'Candidat',
  proctor: 'Surveillant',
  juror: 'Juré',
  head: 'Responsable de session',
  author: 'Auteur'
};

/** What is typed to delete a session for ever. */
export const PURGE_WORD = 'SUPPRIMER';

/** `2026-03-17` → `17/03/2026`. */
export const frenchDay = (isoDay: string): string => isoDay.split('-').reverse().join('/');
