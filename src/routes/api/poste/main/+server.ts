import { setHand } from '$lib/sitting/candidate.server';
import { answerJson } from '../../../answer.server';
import { readJson } from '../../../read-json.server';
import type { RequestHandler } from './$types';

/** Raises or lowers the candidate's hand. */
export const POST: RequestHandler = ({ locals, request }) =>
  answerJson(async () => setHand(locals.plateau, locals.account, await readJson(request)));
