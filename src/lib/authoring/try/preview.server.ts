import * as v from 'valibot';
import { DomainError } from '../../kernel/domain-error';
import { checkScenario, hasErrors } from '../../scenario/check';
import { sha256 } from '../../scenario/load.server';
import { master } from '../../scenario/master';
import type { Account } from '../../sessions/account';
import { requireRole } from '../../sessions/authorise';
import type { AuthoringContext } from '../library/context.server';
import { folderWithBytes, readDraft } from '../library/read.server';
import type { Preview } from './preview';

const inputSchema = v.object({ texts: v.record(v.pipe(v.string(), v.maxLength(120)), v.string()) });

/**
 * Masters texts that may not be saved yet, with the pieces of the saved scenario. Keeps nothing.
 * @param input `{ texts }` by file name
 * @throws DomainError `access.*`, `draft.unknown`, `draft.malformed`, `draft.has-errors`
 */
export async function previewScenario(
  ctx: AuthoringContext,
  account: Account | null,
  id: string,
  input: unknown
): Promise<Preview> {
  requireRole(account, 'author', 'head');
  const parsed = v.safeParse(inputSchema, input);
  if (!parsed.success) throw new DomainError('draft.malformed', 'texts expected');
  const draft = await readDraft(ctx, account, id);
  const folder = await folderWithBytes(ctx, { ...draft, texts: parsed.output.texts });
  if (hasErrors(checkScenario(folder))) throw new DomainError('draft.has-errors', `${id} has errors`);
  const { compiled, candidate, jury, pieces } = await master(folder, { importers: ctx.importers, sha256 });
  return {
    compiled,
    scene: candidate,
    jury,
    pieces: Object.fromEntries(pieces.map(({ hash, name }) => [hash, name]))
  };
}
