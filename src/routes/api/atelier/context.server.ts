import { importers } from '$lib/apps/importers.server';
import type { AuthoringContext } from '$lib/authoring/library/context.server';
import { DomainError } from '$lib/kernel/domain-error';
import { requireRole } from '$lib/sessions/authorise';

/** The world of the workshop’s use cases, from that of the server. */
export function authoringOf({ plateau }: App.Locals): AuthoringContext {
  const { db, blobs, scenariosDirectory, library, checks } = plateau;
  return {
    db,
    blobs,
    scenariosDirectory,
    importers,
    checks,
    now: () => plateau.now(),
    publish: (mastered) => library.store(mastered)
  };
}

const MOST_BYTES = 8_000_000;

/**
 * The JSON of an author's request: nothing of it is read for anybody else.
 * @throws DomainError `access.*`, `draft.malformed`, `draft.too-large`
 */
export async function authorsJson(locals: App.Locals, request: Request): Promise<unknown> {
  requireRole(locals.account, 'author');
  const text = await request.text();
  if (text.length > MOST_BYTES) throw new DomainError('draft.too-large', `${text.length} characters`);
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new DomainError('draft.malformed', 'not JSON');
  }
}

/** The files of an author's form. @throws DomainError `access.*`, `draft.malformed` */
export async function authorsFiles(
  locals: App.Locals,
  request: Request
): Promise<readonly { readonly name: string; readonly bytes: Uint8Array }[]> {
  requireRole(locals.account, 'author');
  const form = await request.formData().catch(() => {
    throw new DomainError('draft.malformed', 'not a form');
  });
  const files = form.getAll('fichier').filter((item) => item instanceof File);
  return Promise.all(
    files.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }))
  );
}
