import { soundOfLine } from '$lib/authoring/voice/make-voice.server';
import { DomainError } from '$lib/kernel/domain-error';
import { requireRole } from '$lib/sessions/authorise';
import { answer } from '../../../../../../answer.server';
import { authoringOf } from '../../../../context.server';
import { soundResponse, voiceEngine } from '../../../../voix/voice.server';
import type { RequestHandler } from './$types';

/** A recording or a file as the .mp3 of a line: a form with `son`, `texte`, `origine` → .mp3. Nothing is kept. */
export const POST: RequestHandler = ({ locals, params, request }) =>
  answer(async () => {
    requireRole(locals.account, 'author');
    const form = await request.formData().catch(() => {
      throw new DomainError('draft.malformed', 'not a form');
    });
    const [sound, text, origin] = [form.get('son'), form.get('texte'), form.get('origine')];
    if (!(sound instanceof File) || typeof text !== 'string')
      throw new DomainError('draft.malformed', 'no sound or no text');
    const made = origin === 'enregistrement' ? 'enregistrement' : 'fichier';
    const bytes = new Uint8Array(await sound.arrayBuffer());
    return soundResponse(
      await soundOfLine(authoringOf(locals), voiceEngine, locals.account, params.scenario, { bytes, text, made })
    );
  });
