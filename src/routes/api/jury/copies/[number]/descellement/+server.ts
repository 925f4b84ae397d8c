import { unsealSheet } from '$lib/review/grid/marking.server';
import { answerJson } from '../../../../../answer.server';
import { juryOf } from '../../../context.server';
import { bodyOf } from '../../../body.server';
import type { RequestHandler } from './$types';

/** Opens my sealed grid again, with a reason. */
export const POST: RequestHandler = ({ locals, params, request }) =>
  answerJson(async () =>
    unsealSheet(juryOf(locals), locals.account, params.number, await bodyOf(locals, request))
  );
