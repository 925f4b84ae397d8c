import { sealSheet } from '$lib/review/grid/marking.server';
import { answerJson } from '../../../../../answer.server';
import { juryOf } from '../../../context.server';
import type { RequestHandler } from './$types';

/** Seals my grid. */
export const POST: RequestHandler = ({ locals, params }) =>
  answerJson(async () => sealSheet(juryOf(locals), locals.account, params.number));
