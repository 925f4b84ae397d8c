import { voiceMeans } from '$lib/authoring/voice/make-voice.server';
import { answerJson } from '../../../answer.server';
import type { RequestHandler } from './$types';
import { voiceEngine } from './voice.server';

/** What this machine can do for voices: `{ speaks, records }`. */
export const GET: RequestHandler = ({ locals }) =>
  answerJson(async () => voiceMeans(voiceEngine, locals.account));
