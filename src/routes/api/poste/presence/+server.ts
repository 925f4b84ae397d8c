import { presence } from '$lib/sitting/candidate.server';
import { answerJson } from '../../../answer.server';
import { readJson } from '../../../read-json.server';
import type { RequestHandler } from './$types';

/** A sign of life of the tab that writes. */
export const POST: RequestHandler = ({ locals, request }) =>
  answerJson(async () => presence(locals.plateau, locals.account, await readJson(request)));
