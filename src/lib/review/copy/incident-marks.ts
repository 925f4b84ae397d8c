import { clockCredited, clockPaused, clockResumed, incidentNoted } from '../../engine/events';
import { formatDuration } from '../../kernel/format-fr';
import type { DeskEvent } from '../../log/entry';
import type { TrackMark } from './copy-file';

const NBSP = '\u00a0';

/** Categories of incident as people say them. */
export const INCIDENT_WORDS: Readonly<Record<string, string>> = {
  technical: 'Incident technique',
  disturbance: 'Perturbation de la salle',
  health: 'Santé',
  conduct: 'Comportement',
  organisation: 'Organisation',
  absence: 'Absence',
  fraud: 'Suspicion de fraude',
  subject: 'Difficulté liée au sujet',
  other: 'Autre incident'
};

/**
 * Pauses, credits and incidents of a copy, for jurors: what kind and how long. The words of the proctor may name the
 * candidate, so they stay out until the record.
 */
export class IncidentMarks {
  readonly marks: TrackMark[] = [];
  #pausedAt: number | null = null;

  add(event: DeskEvent & { readonly wall: number }): void {
    const at = { track: 'incidents', from: event.t } as const;
    if (clockPaused.is(event)) this.#pausedAt = event.wall;
    if (clockResumed.is(event) && this.#pausedAt !== null) {
      const length = formatDuration(event.wall - this.#pausedAt);
      this.marks.push({ ...at, tone: 'pause', label: `Pause de ${length}` });
      this.#pausedAt = null;
    }
    if (clockCredited.is(event))
      this.marks.push({
        ...at,
        tone: 'pause',
        label: `Crédit de temps${NBSP}: ${formatDuration(event.d.ms)}`
      });
    if (incidentNoted.is(event))
      this.marks.push({
        ...at,
        tone: 'incident',
        label: INCIDENT_WORDS[event.d.category] ?? INCIDENT_WORDS.other!
      });
  }
}
