import { duplicateScenario } from '$lib/authoring/library/create.server';
import { answerJson } from '../../../../../answer.server';
import { authoringOf, authorsJson } from '../../../context.server';
import type { RequestHandler } from './$types';

/** A copy under another title: `{ title }` → `{ id }`. */
export const POST: RequestHandler = ({ locals, params, request }) =>
  answerJson(async () =>
    duplicateScenario(authoringOf(locals), locals.account, params.scenario, await authorsJson(locals, request))
  );
