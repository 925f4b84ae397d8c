import * as v from 'valibot';
import { DomainError } from '../../kernel/domain-error';
import { typeOfPiece } from '../../scenario/source';
import type { Account } from '../../sessions/account';
import { requireRole } from '../../sessions/authorise';
import { isPieceName, isSafePath } from '../zip/entry-name';
import { contentFits, endingOf, hidesTooMuch } from '../zip/piece-content';
import type { AuthoringContext } from './context.server';
import { LIMITS, type PieceRef, type ScenarioDraft } from './model';
import { parseDraftInput, requireOwn, savePieces } from './save.server';
import { withPieceRenamed } from './yaml-values';

/** What a change of the pieces answers: the new version, its pieces, and its texts when they name a piece differently. */
export interface PiecesSaved {
  readonly version: number;
  readonly pieces: readonly PieceRef[];
  readonly texts: Readonly<Record<string, string>>;
}

/** A file that an author sends. */
export interface SentFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * Adds files to a scenario, or puts new ones in the place of those of the same name. All or none.
 * @param expected version that the author has before their eyes
 * @throws DomainError `access.*`, `draft.unknown`, `draft.conflict`, `piece.name`, `piece.type`, `piece.content`,
 *   `piece.too-large`, `piece.too-many`; `details.name` is the file
 */
export async function addPieces(
  ctx: AuthoringContext,
  account: Account | null,
  id: string,
  expected: number,
  files: readonly SentFile[]
): Promise<PiecesSaved> {
  const { name: author } = requireRole(account, 'author');
  if (files.length === 0) throw new DomainError('draft.malformed', 'no file');
  const sent = files.map(({ name, bytes }) => ({ name: name.normalize('NFC'), bytes }));
  for (const file of sent) refusePiece(file);
  const draft = requireVersion(await requireOwn(ctx, id), expected);
  const pieces = new Map(draft.pieces.map((piece) => [piece.name, piece]));
  for (const { name, bytes } of sent) {
    const hash = await ctx.blobs.put(bytes, typeOfPiece(name)?.mediaType ?? 'application/octet-stream');
    pieces.set(name, { name, hash, size: bytes.length });
  }
  const all = [...pieces.values()];
  const total = all.reduce((sum, { size }) => sum + size, 0);
  if (all.length > LIMITS.files || total > LIMITS.totalBytes)
    throw new DomainError('piece.too-many', `${all.length} pieces, ${total} bytes`);
  const note = `Pièces ajoutées : ${sent.map(({ name }) => name).join(', ')}`.slice(0, LIMITS.noteLength);
  return changed(ctx, draft, { author, note, pieces: all });
}

const renaming = v.object({ expected: v.number(), before: v.string(), after: v.pipe(v.string(), v.trim()) });

/**
 * Gives a piece another name, in the texts too.
 * @param input `{ expected, before, after }`
 * @throws DomainError `access.*`, `draft.*`, `draft.unknown-piece`, `piece.name`, `piece.type`, `piece.name-taken`
 */
export async function renamePiece(
  ctx: AuthoringContext,
  account: Account | null,
  id: string,
  input: unknown
): Promise<PiecesSaved> {
  const { name: author } = requireRole(account, 'author');
  const { expected, before, after: written } = parseDraftInput(renaming, input);
  const after = written.normalize('NFC');
  const draft = requireVersion(await requireOwn(ctx, id), expected);
  const piece = draft.pieces.find(({ name }) => name === before);
  if (!piece) throw new DomainError('draft.unknown-piece', before);
  if (!isPieceName(after)) throw new DomainError('piece.name', after, { name: after });
  if (endingOf(before) !== endingOf(after)) throw new DomainError('piece.ending', after, { name: after });
  if (draft.pieces.some(({ name }) => name !== before && name.toLowerCase() === after.toLowerCase()))
    throw new DomainError('piece.name-taken', after, { name: after });
  const texts = Object.fromEntries(
    Object.entries(draft.texts).map(([file, text]) => [file, withPieceRenamed(text, before, after)])
  );
  const pieces = draft.pieces.map((item) => (item === piece ? { ...piece, name: after } : item));
  return changed(ctx, draft, { author, note: `Pièce renommée : ${before} → ${after}`, pieces, texts });
}

const removing = v.object({ expected: v.number(), name: v.string() });

/**
 * Takes a piece out of the scenario; earlier versions keep it. What names it becomes an error of the checker.
 * @param input `{ expected, name }`
 * @throws DomainError `access.*`, `draft.*`, `draft.unknown-piece`
 */
export async function removePiece(
  ctx: AuthoringContext,
  account: Account | null,
  id: string,
  input: unknown
): Promise<PiecesSaved> {
  const { name: author } = requireRole(account, 'author');
  const { expected, name } = parseDraftInput(removing, input);
  const draft = requireVersion(await requireOwn(ctx, id), expected);
  const pieces = draft.pieces.filter((piece) => piece.name !== name);
  if (pieces.length === draft.pieces.length) throw new DomainError('draft.unknown-piece', name);
  return changed(ctx, draft, { author, note: `Pièce retirée : ${name}`, pieces });
}

function refusePiece({ name, bytes }: SentFile): void {
  const refuse = (code: string) => new DomainError(code, `${code}: ${name}`, { name });
  if (!isSafePath(name)) throw refuse('piece.name');
  if (endingOf(name) === null) throw refuse('piece.type');
  if (bytes.length > LIMITS.pieceBytes) throw refuse('piece.too-large');
  if (!contentFits(name, bytes)) throw refuse('piece.content');
  if (hidesTooMuch(name, bytes)) throw refuse('piece.unpacked');
}

function requireVersion(draft: ScenarioDraft, expected: number): ScenarioDraft {
  if (draft.version === expected) return draft;
  throw new DomainError('draft.conflict', `expected ${expected}, found ${draft.version}`);
}

async function changed(
  ctx: AuthoringContext,
  draft: ScenarioDraft,
  change: Parameters<typeof savePieces>[2]
): Promise<PiecesSaved> {
  const version = await savePieces(ctx, draft, change);
  const pieces = change.pieces.toSorted((left, right) => (left.name < right.name ? -1 : 1));
  return { version, pieces, texts: change.texts ?? draft.texts };
}
