import { confirmIdentity } from '$lib/sitting/candidate.server';
import { answerJson } from '../../../answer.server';
import type { RequestHandler } from './$types';

/** « C’est bien moi »: the prise en main begins. */
export const POST: RequestHandler = ({ locals }) =>
  answerJson(() => confirmIdentity(locals.plateau, locals.account));
