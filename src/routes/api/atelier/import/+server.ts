import { importScenario } from '$lib/authoring/zip/import.server';
import { DomainError } from '$lib/kernel/domain-error';
import { answerJson } from '../../../answer.server';
import { authoringOf, authorsFiles } from '../context.server';
import type { RequestHandler } from './$types';

/** A scenario from its .zip: a form with one `fichier` → `{ id }`. */
export const POST: RequestHandler = ({ locals, request }) =>
  answerJson(async () => {
    const [file] = await authorsFiles(locals, request);
    if (!file) throw new DomainError('draft.malformed', 'no file');
    return importScenario(authoringOf(locals), locals.account, file.bytes, file.name);
  });
