import { requireRole } from '../../sessions/authorise';
import type { Account } from '../../sessions/account';
import type { BlobHash } from '../../kernel/ids';
import { DomainError } from '../../kernel/domain-error';
import { typeOfPiece, type ScenarioFolder } from '../../scenario/source';
import type { AuthoringContext } from './context.server';
import { folderOf } from './folder';
import type { ScenarioDraft, VersionInfo } from './model';
import { readShipped, readShippedPiece } from './shipped.server';
import { latestVersion } from './versions.server';

/**
 * A scenario as it stands: the author's newest version, or the one that comes with the program.
 * @throws DomainError `access.*`, `draft.unknown`
 */
export async function readDraft(
  ctx: AuthoringContext,
  account: Account | null,
  id: string
): Promise<ScenarioDraft> {
  requireRole(account, 'author', 'head');
  return (await latestVersion(ctx, id)) ?? readShipped(ctx.scenariosDirectory, id);
}

/** Bytes of a piece that a draft names. @throws DomainError `draft.unknown-piece` */
export async function bytesOfPiece(
  ctx: AuthoringContext,
  draft: ScenarioDraft,
  name: string
): Promise<Uint8Array> {
  const piece = draft.pieces.find((item) => item.name === name.normalize('NFC'));
  if (!piece) throw new DomainError('draft.unknown-piece', `no piece ${name}`);
  return draft.shipped
    ? readShippedPiece(ctx.scenariosDirectory, draft.id, piece.name)
    : ctx.blobs.get(piece.hash as BlobHash);
}

/** A draft as `master` takes it: the texts parsed, every piece with its bytes. */
export async function folderWithBytes(ctx: AuthoringContext, draft: ScenarioDraft): Promise<ScenarioFolder> {
  const pieces = new Map(
    await Promise.all(
      draft.pieces.map(async ({ name, hash }) => {
        const type = typeOfPiece(name) ?? { kind: 'other' as const, mediaType: 'application/octet-stream' };
        const bytes = await bytesOfPiece(ctx, draft, name);
        return [name, { name, bytes, hash: hash as BlobHash, ...type }] as const;
      })
    )
  );
  return { ...folderOf(draft.id, draft), pieces };
}

/**
 * Every version of an author's scenario, the newest first; empty for one that comes with the program.
 * @throws DomainError `access.*`
 */
export async function readHistory(
  ctx: AuthoringContext,
  account: Account | null,
  id: string
): Promise<readonly VersionInfo[]> {
  requireRole(account, 'author', 'head');
  const rows = await ctx.db.read
    .selectFrom('scenario_versions')
    .select(['n', 'at', 'author', 'note', 'published_at'])
    .where('scenario', '=', id)
    .orderBy('n', 'desc')
    .execute();
  return rows.map(({ published_at, ...row }) => ({ ...row, publishedAt: published_at }));
}
