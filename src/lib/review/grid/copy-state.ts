import { agreedMark, isAgreed, type Agreement } from './agreement';
import type { GridCriterion } from './grid';
import type { Mark, Sheet } from './marks';

/** Where a copy is, for one juror. */
export type CopyState =
  /** The sitting is not over: nothing to see yet. */
  | 'running'
  /** The candidate never started. */
  | 'absent'
  | 'to-correct'
  /** Sealed by this juror; the other has not sealed yet. */
  | 'sealed'
  | 'to-agree'
  | 'agreed'
  | 'signed';

export const STATE_WORDS: Readonly<Record<CopyState, string>> = {
  running: 'En cours d’épreuve',
  absent: 'Absent',
  'to-correct': 'À corriger',
  sealed: 'Scellée par moi',
  'to-agree': 'À accorder',
  agreed: 'Accordée',
  signed: 'Signée'
};

export interface CopyProgress {
  readonly over: boolean;
  readonly started: boolean;
  readonly criteria: readonly GridCriterion[];
  readonly mine: Sheet;
  readonly other: Sheet;
  readonly agreement: Agreement;
  /** The session’s record bears a signature. */
  readonly signed: boolean;
}

/** Derived from the facts; never stored. */
export function copyState(progress: CopyProgress): CopyState {
  const { over, started, criteria, mine, other, agreement, signed } = progress;
  if (!over) return 'running';
  if (!started) return 'absent';
  if (!mine.sealed) return 'to-correct';
  if (!other.sealed) return 'sealed';
  if (!isAgreed(criteria, [mine, other], agreement)) return 'to-agree';
  return signed ? 'signed' : 'agreed';
}

/** Counts of the agreed values of some criteria. Never a mark out of twenty. */
export type Counts = Readonly<Record<Mark, number>>;

export function countAgreed(
  criteria: readonly { readonly id: string }[],
  sheets: readonly [Sheet, Sheet],
  agreement: Agreement
): Counts {
  const counts = { yes: 0, no: 0, unseen: 0 };
  for (const { id } of criteria) {
    const mark = agreedMark(id, sheets, agreement);
    if (mark) counts[mark] += 1;
  }
  return counts;
}
