import { DomainError } from '../../kernel/domain-error';
import type { BlobHash } from '../../kernel/ids';
import type { BlobStream } from '../../server/blobs';
import type { Account } from '../../sessions/account';
import { isBlobHash } from '../../sitting/context.server';
import { hashesIn } from '../../sitting/room';
import type { ReviewContext } from '../context.server';
import { requireCopy } from './copies.server';
import { allEntries } from './read-copy.server';

/**
 * A piece of a copy’s scenario or log, for its jurors.
 * @throws DomainError `access.*`, `copy.*`, `blob.unknown` (also for pieces of other sittings)
 */
export async function readCopyPiece(
  ctx: ReviewContext,
  account: Account | null,
  number: string,
  hash: string
): Promise<BlobStream & { readonly hash: BlobHash }> {
  const copy = await requireCopy(ctx, account, number);
  if (!isBlobHash(hash)) throw new DomainError('blob.unknown');
  const { blobs } = await ctx.scenario(copy.scenarioHash);
  if (!blobs.has(hash) && !(await isInLog())) throw new DomainError('blob.unknown');
  return { ...(await ctx.blobs.stream(hash)), hash };

  async function isInLog(): Promise<boolean> {
    for await (const entry of allEntries(ctx, copy.sitting))
      if (hashesIn(entry.d).includes(hash)) return true;
    return false;
  }
}
