import { readCopyView } from '$lib/review/copy/copy-view.server';
import { answerJson } from '../../../../answer.server';
import { juryOf } from '../../context.server';
import type { RequestHandler } from './$types';

/** One copy, with my own grid. */
export const GET: RequestHandler = ({ locals, params }) =>
  answerJson(() => readCopyView(juryOf(locals), locals.account, params.number));
