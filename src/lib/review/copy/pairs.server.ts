import type { AccountId, SessionId, SittingId } from '../../kernel/ids';
import type { ReviewContext } from '../context.server';

/** A juror of a session, in the order of their registration: the first two are pair A, the next two pair B. */
export interface Juror {
  readonly id: AccountId;
  readonly name: string;
}

/** Active jurors of a session. */
export function sessionJurors(ctx: Pick<ReviewContext, 'db'>, session: SessionId): Promise<readonly Juror[]> {
  return ctx.db.read
    .selectFrom('accounts')
    .select(['id', 'name'])
    .where('session_id', '=', session)
    .where('role', '=', 'juror')
    .where('revoked_at', 'is', null)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
}

/**
 * The pair that corrects a copy: copies, by number, go to the whole pairs in turn. A juror left alone by an odd number
 * has no copy; a session with one juror alone gives them every copy to read, and no agreement can be reached.
 */
export function pairOfCopy(
  jurors: readonly Juror[],
  copies: readonly { readonly sitting: SittingId }[],
  sitting: SittingId
): readonly Juror[] {
  const pairs = Math.floor(jurors.length / 2);
  if (pairs === 0) return jurors;
  const index = copies.findIndex((copy) => copy.sitting === sitting) % pairs;
  return jurors.slice(2 * index, 2 * index + 2);
}
