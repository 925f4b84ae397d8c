/**
 * The official reference of a titre professionnel: title × version (millésime). Wording is official, verbatim and
 * locked; a session points at exactly one version. Nothing is invented: what the documents do not say is `null`.
 */
export interface ReferentialVersion {
  /** `SA-2017`. */
  readonly id: string;
  readonly title: Title;
  readonly millesime: string;
  readonly validity: Validity;
  /** Version that replaces this one, when there is one. */
  readonly successor: string | null;
  /** Parts of the exam and their durations, from the référentiel d’évaluation; `null` while it is not at hand. */
  readonly examParts: readonly ExamPart[] | null;
  /** Activités types, one per CCP. */
  readonly activities: readonly Activity[];
  readonly transversal: readonly Competency[];
}

export interface Title {
  readonly acronym: string;
  readonly code: string;
  readonly name: string;
  readonly level: number;
  readonly nsf: string;
}

/** Days `2026-03-17`, or `null` when not known; `note` says what is known, in French. */
export interface Validity {
  readonly from: string | null;
  readonly until: string | null;
  readonly note: string;
}

export interface ExamPart {
  readonly id: string;
  readonly title: string;
  readonly durationMs: number;
}

export interface Activity {
  /** `CCP1`. */
  readonly id: string;
  readonly title: string;
  readonly competencies: readonly Competency[];
}

export interface Competency {
  /** `CP7`, or `CT1` when transversal. */
  readonly id: string;
  readonly title: string;
  readonly criteria: readonly Criterion[];
}

export interface Criterion {
  /** `CP7.3`: third criterion of competency 7, in the official order. */
  readonly id: string;
  readonly wording: string;
}

/** Every competency of a version: those of the activities, then the transversal ones. */
export const competenciesOf = (version: ReferentialVersion): readonly Competency[] => [
  ...version.activities.flatMap((activity) => activity.competencies),
  ...version.transversal
];

/** A criterion with the competency that it belongs to; `null` when the version has no such criterion. */
export function findCriterion(
  version: ReferentialVersion,
  id: string
): { competency: Competency; criterion: Criterion } | null {
  for (const competency of competenciesOf(version)) {
    const criterion = competency.criteria.find((candidate) => candidate.id === id);
    if (criterion) return { competency, criterion };
  }
  return null;
}
