import { BATCH_BYTES, expectedSequence, recordGestures } from '$lib/sitting/record-gestures.server';
import { answerJson } from '../../../answer.server';
import { readJson } from '../../../read-json.server';
import type { RequestHandler } from './$types';

/** Writes a batch of the browser's durable outbox. */
export const POST: RequestHandler = ({ locals, request }) =>
  answerJson(async () =>
    recordGestures(locals.plateau, locals.account, await readJson(request, BATCH_BYTES))
  );

/** The sequence expected next of the outbox `?bac=`. */
export const GET: RequestHandler = ({ locals, url }) =>
  answerJson(() => expectedSequence(locals.plateau, locals.account, url.searchParams.get('bac') ?? ''));
