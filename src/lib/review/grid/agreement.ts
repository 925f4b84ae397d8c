import * as v from 'valibot';
import { MARKS, type Mark, type Sheet } from './marks';

/** The value that the pair settles on where their marks differ, and why. */
export interface Settlement {
  readonly mark: Mark;
  readonly motive: string;
}

/** What a pair writes together once both grids are sealed; `who` is the juror’s account. */
export type AgreementEvent =
  | {
      readonly type: 'agreement.settled';
      readonly d: {
        readonly who: string;
        readonly criterion: string;
        readonly mark: Mark;
        readonly motive: string;
      };
    }
  | { readonly type: 'agreement.confirmed'; readonly d: { readonly who: string } }
  /** A grid was unsealed: confirmations fall. */
  | { readonly type: 'agreement.reopened'; readonly d: { readonly who: string; readonly reason: string } };

export const settleSchema = v.object({
  criterion: v.pipe(v.string(), v.minLength(1), v.maxLength(80)),
  mark: v.picklist(MARKS as ['yes', 'no', 'unseen']),
  motive: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(1000))
});

/** A fold of the pair’s common events. */
export interface Agreement {
  readonly settled: Readonly<Record<string, Settlement>>;
  /** Accounts of the jurors who have confirmed the present values. */
  readonly confirmed: readonly string[];
}

export const emptyAgreement: Agreement = { settled: {}, confirmed: [] };

/** The agreement after one more event; a new value or an unsealing takes the confirmations away. */
export function evolveAgreement(state: Agreement, event: AgreementEvent): Agreement {
  switch (event.type) {
    case 'agreement.settled': {
      const { criterion, mark, motive } = event.d;
      return { settled: { ...state.settled, [criterion]: { mark, motive } }, confirmed: [] };
    }
    case 'agreement.confirmed':
      return { ...state, confirmed: [...new Set([...state.confirmed, event.d.who])] };
    case 'agreement.reopened':
      return emptyAgreement;
  }
}

/** Criteria on which two grids differ, in the order given. */
export const differences = (
  criteria: readonly { readonly id: string }[],
  [left, right]: readonly [Sheet, Sheet]
): readonly string[] =>
  criteria.map(({ id }) => id).filter((criterion) => left.marks[criterion] !== right.marks[criterion]);

/** The pair’s value for a criterion: the common mark, or the settled one; `null` while there is none. */
export function agreedMark(
  criterion: string,
  [left, right]: readonly [Sheet, Sheet],
  agreement: Agreement
): Mark | null {
  const [one, other] = [left.marks[criterion], right.marks[criterion]];
  if (one && one === other) return one;
  return agreement.settled[criterion]?.mark ?? null;
}

/** Criteria that still need a common value. */
export const unsettled = (
  criteria: readonly { readonly id: string }[],
  sheets: readonly [Sheet, Sheet],
  agreement: Agreement
): readonly string[] =>
  criteria.map(({ id }) => id).filter((id) => agreedMark(id, sheets, agreement) === null);

/** True once both grids are sealed, every criterion has a value and both jurors have confirmed. */
export function isAgreed(
  criteria: readonly { readonly id: string }[],
  sheets: readonly [Sheet, Sheet],
  agreement: Agreement
): boolean {
  const sealed = sheets.every((sheet) => sheet.sealed);
  return sealed && agreement.confirmed.length >= 2 && unsettled(criteria, sheets, agreement).length === 0;
}
