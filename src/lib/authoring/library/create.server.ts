import * as v from 'valibot';
import type { BlobHash } from '../../kernel/ids';
import { typeOfPiece } from '../../scenario/source';
import type { Account } from '../../sessions/account';
import { requireRole } from '../../sessions/authorise';
import type { AuthoringContext } from './context.server';
import type { PieceRef } from './model';
import { bytesOfPiece, readDraft } from './read.server';
import { parseDraftInput } from './save.server';
import { shippedIds } from './shipped.server';
import { freeSlug, isScenarioId, slugOf } from './slug';
import { templateTexts } from './template';
import { createFirstVersion } from './versions.server';
import { topValue, withTopValue } from './yaml-values';

const titled = v.object({ title: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(120)) });

/** What a creation answers: the identifier of the new scenario. */
export interface Created {
  readonly id: string;
}

/**
 * Begins a scenario from the template: it checks, and can be sat as it is.
 * @param input `{ title }`
 * @throws DomainError `access.*`, `draft.malformed`
 */
export async function createScenario(
  ctx: AuthoringContext,
  account: Account | null,
  input: unknown
): Promise<Created> {
  const { name: author } = requireRole(account, 'author');
  const { title } = parseDraftInput(titled, input);
  const id = await freeId(ctx, slugOf(title));
  const texts = templateTexts(id, title);
  await createFirstVersion(ctx, id, { texts, pieces: [], author, note: 'Créé à partir du modèle' });
  return { id };
}

/**
 * Copies a scenario, of the program or of the centre, under a new name.
 * @param input `{ title }` of the copy
 * @throws DomainError `access.*`, `draft.unknown`, `draft.malformed`
 */
export async function duplicateScenario(
  ctx: AuthoringContext,
  account: Account | null,
  source: string,
  input: unknown
): Promise<Created> {
  const { name: author } = requireRole(account, 'author');
  const { title } = parseDraftInput(titled, input);
  const draft = await readDraft(ctx, account, source);
  const id = await freeId(ctx, slugOf(title));
  // Pieces of the program are files: from here on they are blobs, like those of an author.
  if (draft.shipped)
    for (const piece of draft.pieces) await keepPiece(ctx, piece, await bytesOfPiece(ctx, draft, piece.name));
  const texts = { ...draft.texts, 'scenario.yaml': named(draft.texts['scenario.yaml'] ?? '', id, title) };
  const note = `Copie de « ${topValue(draft.texts['scenario.yaml'] ?? '', 'titre') ?? source} »`;
  await createFirstVersion(ctx, id, { texts, pieces: draft.pieces, author, note });
  return { id };
}

/** A scenario that came in as a file, under its own name when it is free. */
export async function createImported(
  ctx: AuthoringContext,
  author: string,
  texts: Readonly<Record<string, string>>,
  pieces: ReadonlyMap<string, Uint8Array>,
  fileName: string
): Promise<Created> {
  const text = texts['scenario.yaml'] ?? '';
  const declared = topValue(text, 'scenario') ?? '';
  const wish = isScenarioId(declared) ? declared : slugOf(topValue(text, 'titre') ?? fileName);
  const id = await freeId(ctx, wish);
  const kept: PieceRef[] = [];
  for (const [name, bytes] of pieces) {
    const hash = await ctx.blobs.put(bytes, typeOfPiece(name)?.mediaType ?? 'application/octet-stream');
    kept.push({ name, hash, size: bytes.length });
  }
  const own = id === declared ? text : withTopValue(text, 'scenario', id);
  const note = `Importé de ${fileName}`;
  await createFirstVersion(ctx, id, {
    texts: { ...texts, 'scenario.yaml': own },
    pieces: kept,
    author,
    note
  });
  return { id };
}

const named = (text: string, id: string, title: string): string =>
  withTopValue(withTopValue(text, 'scenario', id), 'titre', title);

async function keepPiece(ctx: AuthoringContext, piece: PieceRef, bytes: Uint8Array): Promise<BlobHash> {
  return ctx.blobs.put(bytes, typeOfPiece(piece.name)?.mediaType ?? 'application/octet-stream');
}

/** A name that neither the program nor any author, of a deleted scenario too, has taken. */
async function freeId(ctx: AuthoringContext, wish: string): Promise<string> {
  const rows = await ctx.db.read.selectFrom('authored_scenarios').select('id').execute();
  return freeSlug(
    wish,
    new Set([...rows.map(({ id }) => id), ...(await shippedIds(ctx.scenariosDirectory))])
  );
}
