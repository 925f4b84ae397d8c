import type { Account } from '../../sessions/account';
import { requireRole } from '../../sessions/authorise';
import type { AuthoringContext } from '../library/context.server';
import { createImported, type Created } from '../library/create.server';
import { bytesOfPiece, readDraft } from '../library/read.server';
import { readScenarioZip, writeScenarioZip } from './scenario-zip';

/**
 * Puts the scenario of an archive on the shelf, under its own name when it is free.
 * @throws DomainError `access.*`, and the refusals of `readScenarioZip`: then nothing is kept
 */
export async function importScenario(
  ctx: AuthoringContext,
  account: Account | null,
  archive: Uint8Array,
  fileName: string
): Promise<Created> {
  const { name } = requireRole(account, 'author');
  const { texts, pieces } = readScenarioZip(archive);
  return createImported(ctx, name, texts, pieces, fileName.slice(0, 120));
}

/**
 * The archive of a scenario as it stands; the same version gives the same bytes.
 * @throws DomainError `access.*`, `draft.unknown`
 */
export async function exportScenario(
  ctx: AuthoringContext,
  account: Account | null,
  id: string
): Promise<{ readonly fileName: string; readonly bytes: Uint8Array }> {
  const draft = await readDraft(ctx, account, id);
  const pieces = new Map<string, Uint8Array>();
  for (const { name } of draft.pieces) pieces.set(name, await bytesOfPiece(ctx, draft, name));
  return { fileName: `${id}.zip`, bytes: writeScenarioZip({ texts: draft.texts, pieces }) };
}
