import { addPieces, removePiece, renamePiece } from '$lib/authoring/library/pieces.server';
import { answerJson } from '../../../../../answer.server';
import { authoringOf, authorsFiles, authorsJson } from '../../../context.server';
import type { RequestHandler } from './$types';

/** Adds files: a form with `fichier` (several), `?version=` the version before one's eyes → `{ version, pieces, texts }`. */
export const POST: RequestHandler = ({ locals, params, request, url }) =>
  answerJson(async () => {
    const files = await authorsFiles(locals, request);
    const expected = Number(url.searchParams.get('version'));
    return addPieces(authoringOf(locals), locals.account, params.scenario, expected, files);
  });

/** Another name, in the texts too: `{ expected, before, after }`. */
export const PATCH: RequestHandler = ({ locals, params, request }) =>
  answerJson(async () =>
    renamePiece(authoringOf(locals), locals.account, params.scenario, await authorsJson(locals, request))
  );

/** Takes a piece out: `{ expected, name }`. */
export const DELETE: RequestHandler = ({ locals, params, request }) =>
  answerJson(async () =>
    removePiece(authoringOf(locals), locals.account, params.scenario, await authorsJson(locals, request))
  );
