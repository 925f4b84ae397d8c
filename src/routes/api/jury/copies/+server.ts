import { listCopies } from '$lib/review/copy/copies.server';
import { answerJson } from '../../../answer.server';
import { juryOf } from '../context.server';
import type { RequestHandler } from './$types';

/** My copies. */
export const GET: RequestHandler = ({ locals }) =>
  answerJson(() => listCopies(juryOf(locals), locals.account));
