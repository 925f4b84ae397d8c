import { modelSnapshot } from '$lib/sitting/open-desk.server';
import { answerJson } from '../../../../answer.server';
import type { RequestHandler } from './$types';

/** The state of one heavy model. */
export const GET: RequestHandler = ({ locals, params }) =>
  answerJson(() => modelSnapshot(locals.plateau, locals.account, params.model));
