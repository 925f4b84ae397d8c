import * as v from 'valibot';
import { DomainError } from '../../kernel/domain-error';
import type { Account } from '../../sessions/account';
import { requireRole } from '../../sessions/authorise';
import type { AuthoringContext } from './context.server';
import { isTextName, LIMITS, type PieceRef, type ScenarioDraft } from './model';
import { shippedIds } from './shipped.server';
import { appendVersion, latestVersion, oneVersion } from './versions.server';

const saveSchema = v.object({
  expected: v.pipe(v.number(), v.integer(), v.minValue(1)),
  texts: v.record(v.pipe(v.string(), v.check(isTextName)), v.string()),
  note: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(LIMITS.noteLength)), '')
});

/** A request's data, or `draft.malformed`. */
export function parseDraftInput<T>(schema: v.GenericSchema<unknown, T>, input: unknown): T {
  const result = v.safeParse(schema, input);
  if (result.success) return result.output;
  throw new DomainError('draft.malformed', result.issues[0].message);
}

/** Texts that a version may hold. @throws DomainError `draft.malformed`, `draft.too-large` */
export function requireTexts(texts: Readonly<Record<string, string>>): void {
  if (!('scenario.yaml' in texts)) throw new DomainError('draft.malformed', 'no scenario.yaml');
  const bytes = Object.values(texts).reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  if (bytes > LIMITS.textBytes || Object.keys(texts).length > LIMITS.files)
    throw new DomainError('draft.too-large', `${bytes} bytes of text`);
}

/**
 * An author's own scenario, about to change.
 * @throws DomainError `access.*`, `draft.shipped` (it comes with the program), `draft.unknown`
 */
export async function requireOwn(ctx: AuthoringContext, id: string): Promise<ScenarioDraft> {
  const draft = await latestVersion(ctx, id);
  if (draft) return draft;
  if ((await shippedIds(ctx.scenariosDirectory)).includes(id)) throw new DomainError('draft.shipped', id);
  throw new DomainError('draft.unknown', `no scenario ${id} of an author`);
}

/** What a save answers: the version that holds what was sent. */
export interface Saved {
  readonly version: number;
}

/**
 * Saves the texts of a draft as its next version. Nothing new to save: the present version is answered.
 * @param input `{ expected, texts, note? }`; `expected` is the version that the texts were written on
 * @throws DomainError `access.*`, `draft.unknown`, `draft.malformed`, `draft.too-large`, `draft.conflict`
 */
export async function saveTexts(
  ctx: AuthoringContext,
  account: Account | null,
  id: string,
  input: unknown
): Promise<Saved> {
  const { name: author } = requireRole(account, 'author');
  const { expected, texts, note } = parseDraftInput(saveSchema, input);
  requireTexts(texts);
  const draft = await requireOwn(ctx, id);
  if (draft.version === expected && sameTexts(draft.texts, texts)) return { version: expected };
  return { version: await appendVersion(ctx, id, expected, { texts, pieces: draft.pieces, author, note }) };
}

/** Saves another set of pieces, and the texts that name them, as the next version. */
export async function savePieces(
  ctx: AuthoringContext,
  draft: ScenarioDraft,
  change: {
    author: string;
    note: string;
    pieces: readonly PieceRef[];
    texts?: Readonly<Record<string, string>>;
  }
): Promise<number> {
  return appendVersion(ctx, draft.id, draft.version, { texts: draft.texts, ...change });
}

/**
 * Makes an older version the newest one again; what was written in between stays in the history.
 * @param input `{ n, expected }`
 * @throws DomainError `access.*`, `draft.unknown`, `draft.unknown-version`, `draft.malformed`, `draft.conflict`
 */
export async function restoreVersion(
  ctx: AuthoringContext,
  account: Account | null,
  id: string,
  input: unknown
): Promise<Saved> {
  const { name: author } = requireRole(account, 'author');
  const { n, expected } = parseDraftInput(v.object({ n: v.number(), expected: v.number() }), input);
  await requireOwn(ctx, id);
  const { texts, pieces } = await oneVersion(ctx, id, n);
  const note = `Version ${n} rétablie`;
  return { version: await appendVersion(ctx, id, expected, { texts, pieces, author, note }) };
}

function sameTexts(left: Readonly<Record<string, string>>, right: Readonly<Record<string, string>>): boolean {
  const names = Object.keys(left);
  return names.length === Object.keys(right).length && names.every((name) => left[name] === right[name]);
}
