import { createScenario } from '$lib/authoring/library/create.server';
import { listShelf } from '$lib/authoring/library/shelf.server';
import { answerJson } from '../../../answer.server';
import { authoringOf, authorsJson } from '../context.server';
import type { RequestHandler } from './$types';

/** Everything on the shelf. */
export const GET: RequestHandler = ({ locals }) =>
  answerJson(() => listShelf(authoringOf(locals), locals.account));

/** A new scenario from the template: `{ title }` → `{ id }`. */
export const POST: RequestHandler = ({ locals, request }) =>
  answerJson(async () =>
    createScenario(authoringOf(locals), locals.account, await authorsJson(locals, request))
  );
