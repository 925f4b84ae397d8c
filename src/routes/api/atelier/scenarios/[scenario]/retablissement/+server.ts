import { undeleteScenario } from '$lib/authoring/library/manage.server';
import { restoreVersion } from '$lib/authoring/library/save.server';
import { answerJson } from '../../../../../answer.server';
import { authoringOf, authorsJson } from '../../../context.server';
import type { RequestHandler } from './$types';

/** An older version as the newest one: `{ n, expected }` → `{ version }`. */
export const POST: RequestHandler = ({ locals, params, request }) =>
  answerJson(async () =>
    restoreVersion(authoringOf(locals), locals.account, params.scenario, await authorsJson(locals, request))
  );

/** A deleted scenario back on the shelf. */
export const PUT: RequestHandler = ({ locals, params }) =>
  answerJson(() => undeleteScenario(authoringOf(locals), locals.account, params.scenario));
