import { deleteScenario, renameScenario } from '$lib/authoring/library/manage.server';
import { readDraft } from '$lib/authoring/library/read.server';
import { saveTexts } from '$lib/authoring/library/save.server';
import { answerJson } from '../../../../answer.server';
import { authoringOf, authorsJson } from '../../context.server';
import type { RequestHandler } from './$types';

/** The scenario as it stands. */
export const GET: RequestHandler = ({ locals, params }) =>
  answerJson(() => readDraft(authoringOf(locals), locals.account, params.scenario));

/** Saves the texts: `{ expected, texts, note? }` → `{ version }`. */
export const PUT: RequestHandler = ({ locals, params, request }) =>
  answerJson(async () =>
    saveTexts(authoringOf(locals), locals.account, params.scenario, await authorsJson(locals, request))
  );

/** Another title: `{ expected, title }` → `{ version }`. */
export const PATCH: RequestHandler = ({ locals, params, request }) =>
  answerJson(async () =>
    renameScenario(authoringOf(locals), locals.account, params.scenario, await authorsJson(locals, request))
  );

/** Off the shelf; the history stays. */
export const DELETE: RequestHandler = ({ locals, params }) =>
  answerJson(() => deleteScenario(authoringOf(locals), locals.account, params.scenario));
