import * as v from 'valibot';
import { DomainError } from '../../kernel/domain-error';
import { checkScenario, hasErrors } from '../../scenario/check';
import { sha256 } from '../../scenario/load.server';
import { master } from '../../scenario/master';
import type { Account } from '../../sessions/account';
import { requireRole } from '../../sessions/authorise';
import type { AuthoringContext } from './context.server';
import { folderWithBytes } from './read.server';
import { parseDraftInput, requireOwn } from './save.server';

/** What a publication answers: the version and the hash that sessions are made from. */
export interface Published {
  readonly version: number;
  readonly hash: string;
}

/**
 * Publishes the newest version: sessions created from now on play it. What sessions already have never changes.
 * @param input `{ expected }`, the version that the author has before their eyes
 * @throws DomainError `access.*`, `draft.unknown`, `draft.malformed`, `draft.conflict`, `draft.has-errors`
 */
export async function publishScenario(
  ctx: AuthoringContext,
  account: Account | null,
  id: string,
  input: unknown
): Promise<Published> {
  requireRole(account, 'author');
  const { expected } = parseDraftInput(v.object({ expected: v.number() }), input);
  const draft = await requireOwn(ctx, id);
  if (draft.version !== expected)
    throw new DomainError('draft.conflict', `expected ${expected}, found ${draft.version}`);
  const folder = await folderWithBytes(ctx, draft);
  if (hasErrors(checkScenario(folder))) throw new DomainError('draft.has-errors', `${id} has errors`);
  const offer = await ctx.publish(await master(folder, { importers: ctx.importers, sha256 }));
  await ctx.db.write((tx) =>
    tx
      .updateTable('scenario_versions')
      .set({ published_hash: offer.hash, published_at: ctx.now(), offer: JSON.stringify(offer) })
      .where('scenario', '=', id)
      .where('n', '=', expected)
      .where('published_hash', 'is', null)
      .execute()
  );
  return { version: expected, hash: offer.hash };
}
