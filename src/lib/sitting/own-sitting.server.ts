import { DomainError } from '../kernel/domain-error';
import type { AccountId, SittingId } from '../kernel/ids';
import type { Account } from '../sessions/account';
import { requireRole } from '../sessions/authorise';
import type { SittingContext } from './context.server';

/** Sittings never change hands: found once, known for ever. */
const known = new WeakMap<SittingContext, Map<AccountId, SittingId>>();

/**
 * The sitting of the candidate who asks: the only one that the candidate's endpoints ever touch.
 * @throws DomainError `access.signed-out`, `access.denied` (not a candidate), `sitting.unknown`
 */
export async function ownSitting(ctx: SittingContext, account: Account | null): Promise<SittingId> {
  const { id } = requireRole(account, 'candidate');
  const found = known.get(ctx) ?? new Map<AccountId, SittingId>();
  known.set(ctx, found);
  const sitting = found.get(id);
  if (sitting) return sitting;
  const row = await ctx.db.read
    .selectFrom('sittings')
    .select('id')
    .where('candidate_id', '=', id)
    .executeTakeFirst();
  if (!row) throw new DomainError('sitting.unknown');
  found.set(id, row.id);
  return row.id;
}
