import { readDifferences, settleDifference } from '$lib/review/grid/agreement.server';
import { answerJson } from '../../../../../answer.server';
import { bodyOf } from '../../../body.server';
import { juryOf } from '../../../context.server';
import type { RequestHandler } from './$types';

/** The differences between the two grids, once both are sealed. */
export const GET: RequestHandler = ({ locals, params }) =>
  answerJson(() => readDifferences(juryOf(locals), locals.account, params.number));

/** Settles one difference. */
export const POST: RequestHandler = ({ locals, params, request }) =>
  answerJson(async () =>
    settleDifference(juryOf(locals), locals.account, params.number, await bodyOf(locals, request))
  );
