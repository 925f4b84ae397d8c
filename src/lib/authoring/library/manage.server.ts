import * as v from 'valibot';
import { DomainError } from '../../kernel/domain-error';
import type { Account } from '../../sessions/account';
import { requireRole } from '../../sessions/authorise';
import type { AuthoringContext } from './context.server';
import { parseDraftInput, requireOwn, type Saved } from './save.server';
import { appendVersion } from './versions.server';
import { withTopValue } from './yaml-values';

const renaming = v.object({
  expected: v.number(),
  title: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(120))
});

/**
 * Gives a scenario another title, as a new version. Its identifier stays: sessions and recorded runs know it by that.
 * @param input `{ expected, title }`
 * @throws DomainError `access.*`, `draft.unknown`, `draft.malformed`, `draft.conflict`
 */
export async function renameScenario(
  ctx: AuthoringContext,
  account: Account | null,
  id: string,
  input: unknown
): Promise<Saved> {
  const { name: author } = requireRole(account, 'author');
  const { expected, title } = parseDraftInput(renaming, input);
  const draft = await requireOwn(ctx, id);
  const texts = {
    ...draft.texts,
    'scenario.yaml': withTopValue(draft.texts['scenario.yaml'] ?? '', 'titre', title)
  };
  const note = `Renommé « ${title} »`;
  return { version: await appendVersion(ctx, id, expected, { texts, pieces: draft.pieces, author, note }) };
}

/**
 * Takes a scenario off the shelf. Its versions stay, so do the sessions made of it, and it can come back.
 * @throws DomainError `access.*`, `draft.unknown`
 */
export async function deleteScenario(
  ctx: AuthoringContext,
  account: Account | null,
  id: string
): Promise<void> {
  const { name } = requireRole(account, 'author');
  await requireOwn(ctx, id);
  await ctx.db.write((tx) =>
    tx
      .updateTable('authored_scenarios')
      .set({ deleted_at: ctx.now(), deleted_by: name })
      .where('id', '=', id)
      .execute()
  );
}

/**
 * Puts a deleted scenario back on the shelf.
 * @throws DomainError `access.*`, `draft.unknown`
 */
export async function undeleteScenario(
  ctx: AuthoringContext,
  account: Account | null,
  id: string
): Promise<void> {
  requireRole(account, 'author');
  const { numUpdatedRows } = await ctx.db.write((tx) =>
    tx
      .updateTable('authored_scenarios')
      .set({ deleted_at: null, deleted_by: null })
      .where('id', '=', id)
      .where('deleted_at', 'is not', null)
      .executeTakeFirst()
  );
  if (numUpdatedRows !== 1n) throw new DomainError('draft.unknown', `no deleted scenario ${id}`);
}
