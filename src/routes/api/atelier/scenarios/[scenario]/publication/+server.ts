import { publishScenario } from '$lib/authoring/library/publish.server';
import { answerJson } from '../../../../../answer.server';
import { authoringOf, authorsJson } from '../../../context.server';
import type { RequestHandler } from './$types';

/** Publishes the newest version: `{ expected }` → `{ version, hash }`. */
export const POST: RequestHandler = ({ locals, params, request }) =>
  answerJson(async () =>
    publishScenario(authoringOf(locals), locals.account, params.scenario, await authorsJson(locals, request))
  );
