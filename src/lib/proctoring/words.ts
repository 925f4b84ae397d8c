import { formatDuration } from '../kernel/format-fr';
import type { SavedState } from './seat';
import type { IncidentCategory } from '../sitting/incident';
import type { Phase } from '../sitting/wire';

const NBSP = '\u00a0';

/** Applications as the desk names them, for « Traitement de texte · 2 remises ». */
export const APP_WORDS: Readonly<Record<string, string>> = {
  mail: 'Messagerie',
  text: 'Traitement de texte',
  sheet: 'Tableur',
  agenda: 'Agenda',
  orders: 'Commandes',
  phone: 'Téléphone',
  chat: 'Discussion',
  reception: 'Accueil',
  post: 'Courrier',
  files: 'Fichiers',
  dossier: 'Dossier',
  notes: 'Bloc-notes',
  'hand-in': 'Remise'
};

export const PHASE_WORDS: Readonly<Record<Phase, string>> = {
  identity: 'Identité non confirmée',
  familiarisation: 'Prise en main',
  ready: 'Prêt',
  running: 'En cours',
  paused: 'En pause',
  over: 'Terminé'
};

/** Kinds of incident offered, in the order of the list. Older logs may hold others: see `incidentWord`. */
export const INCIDENT_CHOICES = ['technical', 'health', 'conduct', 'fraud', 'organisation', 'other'] as const;
const INCIDENTS: Readonly<Record<IncidentCategory, string>> = {
  technical: 'Technique',
  health: 'Santé',
  conduct: 'Comportement',
  fraud: 'Fraude présumée',
  organisation: 'Organisation',
  disturbance: 'Perturbation de la salle',
  absence: 'Absence',
  subject: 'Difficulté liée au sujet',
  other: 'Autre'
};
export const incidentWord = (category: string): string =>
  INCIDENTS[category as IncidentCategory] ?? INCIDENTS.other;

/** Causes of a time credit, category first. */
export const CREDIT_CAUSES = [
  'Panne du poste',
  'Coupure de réseau',
  'Interruption de la salle',
  'Santé',
  'Autre'
] as const;

/** Causes of a pause that are offered; another may be typed. The candidate reads it. */
export const PAUSE_CAUSES = [
  'Incident technique',
  'Alerte incendie, évacuation',
  'Consigne à toute la salle',
  'Pause autorisée',
  'Santé'
] as const;

/** A rate as people say it: 3/4 → « tiers-temps ». */
export function extraTimeWords(num: number, den: number): string | null {
  if (num >= den) return null;
  if (num * 4 === den * 3) return 'tiers-temps';
  const percent = Math.round((den / num - 1) * 100);
  return `temps +${percent}${NBSP}%`;
}

/** « à l’instant », « il y a 40 s », « il y a 1 min 12 », « il y a 1 h 05 »; « jamais » without an instant. */
export function agoWords(at: number | null, now: number): string {
  if (at === null) return 'jamais';
  const elapsed = now - at;
  return elapsed < 2_000 ? 'à l’instant' : `il y a ${lengthWords(elapsed)}`;
}

/** How the work stands, in words: « à jour », « en attente 40 s », « il y a 1 min 12 ». */
export function savedWords(state: SavedState, now: number): string {
  if (state.kind === 'up-to-date') return 'à jour';
  return state.kind === 'waiting' ? `en attente ${lengthWords(state.ms)}` : agoWords(state.at, now);
}

/** A length with its seconds below an hour: « 40 s », « 1 min 12 », « 2 h 47 ». */
export function lengthWords(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  if (seconds < 60 || seconds >= 3600) return formatDuration(seconds * 1000);
  const rest = seconds % 60;
  const minutes = `${Math.floor(seconds / 60)}${NBSP}min`;
  return rest === 0 ? minutes : `${minutes}${NBSP}${String(rest).padStart(2, '0')}`;
}

const clockFace = new Intl.DateTimeFormat('fr-FR', { hour: '2-digit', minute: '2-digit' });
const clockFaceExact = new Intl.DateTimeFormat('fr-FR', {
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit'
});

/** Wall instant on the room's clock: « 10:42 ». */
export const clockWords = (wall: number): string => clockFace.format(wall);
/** The same with seconds, for the log. */
export const exactClockWords = (wall: number): string => clockFaceExact.format(wall);

const dayWords = new Intl.DateTimeFormat('fr-FR', { day: 'numeric', month: 'long', timeZone: 'UTC' });

/** `2026-03-17` → « 17 mars ». */
export const shortDay = (isoDay: string): string =>
  dayWords.format(new Date(`${isoDay}T00:00:00Z`)).replace(/^1 /, '1er ');

/** « Karim B. »: enough to find a person in the room. */
export function shortName(name: string): string {
  const [first = '', ...rest] = name.split(' ');
  const last = rest.join(' ');
  return last ? `${first} ${last[0]!.toLocaleUpperCase('fr')}.` : first;
}
