import { runCommand } from '$lib/proctoring/commands.server';
import { answerJson } from '../../../answer.server';
import { readJson } from '../../../read-json.server';
import type { RequestHandler } from './$types';

/** One thing that a proctor does, to one candidate or to the whole room. */
export const POST: RequestHandler = ({ locals, request }) =>
  answerJson(async () => runCommand(locals.plateau, locals.account, await readJson(request)));
