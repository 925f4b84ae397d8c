import type { Account } from '../../sessions/account';
import { requireRole } from '../../sessions/authorise';
import type { AuthoringContext } from '../library/context.server';
import { oneVersion } from '../library/versions.server';
import { compareContents, type Comparison } from './compare';

/**
 * What changed from one version to another; version 0 is the empty one before the first.
 * @throws DomainError `access.*`, `draft.unknown-version`
 */
export async function compareVersions(
  ctx: AuthoringContext,
  account: Account | null,
  id: string,
  from: number,
  to: number
): Promise<Comparison> {
  requireRole(account, 'author', 'head');
  const empty = { texts: {}, pieces: [] };
  const [before, after] = await Promise.all([
    from === 0 ? empty : oneVersion(ctx, id, from),
    oneVersion(ctx, id, to)
  ]);
  return compareContents(before, after);
}
