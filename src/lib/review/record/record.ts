import type { Counts, CopyState } from '../grid/copy-state';

/** Agreed values of one competency of one candidate: counts, never a mark out of twenty. */
export interface CompetencyResult {
  readonly id: string;
  readonly title: string;
  readonly counts: Counts;
}

/** What happened in the room to one candidate, for the record. */
export interface RecordedFact {
  readonly kind: 'incident' | 'credit' | 'pause';
  /** Exam time in ms. */
  readonly t: number;
  readonly text: string;
}

/** One candidate of the record. The deliberation lifts anonymity here and nowhere else. */
export interface RecordedCandidate {
  readonly number: string;
  readonly name: string;
  readonly absent: boolean;
  readonly extraTime: boolean;
  readonly facts: readonly RecordedFact[];
  readonly results: readonly CompetencyResult[];
  readonly jurors: readonly string[];
  /** Motives given where the jurors differed, by criterion. */
  readonly motives: readonly {
    readonly criterion: string;
    readonly wording: string;
    readonly value: string;
    readonly motive: string;
  }[];
}

export interface ExamRecord {
  readonly session: {
    readonly name: string;
    readonly title: string;
    readonly referential: string;
    readonly centre: string;
    readonly room: string;
    /** `2026-03-17`. */
    readonly day: string;
    readonly demo: boolean;
    /** How many times faster than an exam a rehearsal ran. */
    readonly pace?: number;
  };
  readonly candidates: readonly RecordedCandidate[];
  readonly jurors: readonly {
    readonly id: string;
    readonly name: string;
    readonly signedAt: number | null;
  }[];
  /** SHA-256 of everything above but the signatures: what each juror signs. */
  readonly digest: string;
  /** Thumbprint of the key that signs the archives of this installation. */
  readonly keyThumbprint: string;
}

/** What keeps a record from being signed, copy by copy. */
export interface Blocker {
  readonly number: string;
  readonly reason: 'running' | 'to-mark' | 'to-seal' | 'to-agree' | 'no-pair';
  /** Criteria still empty or unsettled, both jurors together. */
  readonly count: number;
}

/** Facts of a copy that the rules of the record read. */
export interface RecordedCopy {
  readonly number: string;
  readonly state: Exclude<CopyState, 'sealed'>;
  /** Fewest jurors needed are two. */
  readonly jurors: number;
  /** Criteria without a mark in either grid. */
  readonly missing: number;
  /** Criteria on which the pair has no common value yet. */
  readonly unsettled: number;
}

/** Every reason why the record cannot be signed; empty when it can. */
export function recordBlockers(copies: readonly RecordedCopy[]): readonly Blocker[] {
  return copies.flatMap((copy): readonly Blocker[] => {
    const { number, state } = copy;
    if (state === 'absent' || state === 'agreed' || state === 'signed') return [];
    if (state === 'running') return [{ number, reason: 'running', count: 0 }];
    if (copy.jurors < 2) return [{ number, reason: 'no-pair', count: 0 }];
    if (state === 'to-agree') return [{ number, reason: 'to-agree', count: copy.unsettled }];
    if (copy.missing > 0) return [{ number, reason: 'to-mark', count: copy.missing }];
    return [{ number, reason: 'to-seal', count: 0 }];
  });
}
