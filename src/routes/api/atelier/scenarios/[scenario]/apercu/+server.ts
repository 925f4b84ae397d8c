import { previewScenario } from '$lib/authoring/try/preview.server';
import { answerJson } from '../../../../../answer.server';
import { authoringOf, authorsJson } from '../../../context.server';
import type { RequestHandler } from './$types';

/** What a scenario would be if it were sat now: `{ texts }` → `Preview`. Nothing is kept. */
export const POST: RequestHandler = ({ locals, params, request }) =>
  answerJson(async () =>
    previewScenario(authoringOf(locals), locals.account, params.scenario, await authorsJson(locals, request))
  );
