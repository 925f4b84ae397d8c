import { speakLine } from '$lib/authoring/voice/make-voice.server';
import { answer } from '../../../../../answer.server';
import { authoringOf, authorsJson } from '../../../context.server';
import { soundResponse, voiceEngine } from '../../../voix/voice.server';
import type { RequestHandler } from './$types';

/** A line said by the engine: `{ texte, langue, voix }` → .mp3. Nothing is kept. */
export const POST: RequestHandler = ({ locals, params, request }) =>
  answer(async () => {
    const input = await authorsJson(locals, request);
    return soundResponse(
      await speakLine(authoringOf(locals), voiceEngine, locals.account, params.scenario, input)
    );
  });
