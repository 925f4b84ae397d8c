import { confirmAgreement } from '$lib/review/grid/agreement.server';
import { answerJson } from '../../../../../../answer.server';
import { juryOf } from '../../../../context.server';
import type { RequestHandler } from './$types';

/** Confirms the agreed values. */
export const POST: RequestHandler = ({ locals, params }) =>
  answerJson(async () => confirmAgreement(juryOf(locals), locals.account, params.number));
