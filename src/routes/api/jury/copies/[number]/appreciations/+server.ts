import { writeMarking } from '$lib/review/grid/marking.server';
import { answerJson } from '../../../../../answer.server';
import { juryOf } from '../../../context.server';
import { bodyOf } from '../../../body.server';
import type { RequestHandler } from './$types';

/** Writes one appreciation, comment or pin on my grid. */
export const POST: RequestHandler = ({ locals, params, request }) =>
  answerJson(async () =>
    writeMarking(juryOf(locals), locals.account, params.number, await bodyOf(locals, request))
  );
