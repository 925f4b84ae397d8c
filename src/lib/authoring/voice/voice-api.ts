import type { VoiceKind, VoiceLang } from '../../voice/voices';
import { ask, askFor } from '../pages/api';
import type { VoiceMeans } from './make-voice.server';

/** A sound to listen to, and to keep. */
export interface Sound {
  readonly blob: Blob;
  /** 0 when it is not known. */
  readonly durationMs: number;
}

/** What the server's machine can do. @throws Refusal */
export const askMeans = (): Promise<VoiceMeans> => ask<VoiceMeans>('GET', 'voix');

/** A line said by the engine. @throws Refusal */
export const askSpoken = (
  scenario: string,
  line: { readonly text: string; readonly lang: VoiceLang; readonly kind: VoiceKind }
): Promise<Sound> =>
  soundOf(
    askFor('POST', `scenarios/${scenario}/voix`, { texte: line.text, langue: line.lang, voix: line.kind })
  );

/** A recording (.wav) or a file as an .mp3. @throws Refusal */
export function askSound(
  scenario: string,
  sound: Blob,
  { text, made }: { readonly text: string; readonly made: 'enregistrement' | 'fichier' }
): Promise<Sound> {
  const form = new FormData();
  form.append('son', sound);
  form.append('texte', text);
  form.append('origine', made);
  return soundOf(askFor('POST', `scenarios/${scenario}/voix/son`, form));
}

async function soundOf(asked: Promise<Response>): Promise<Sound> {
  const response = await asked;
  return {
    blob: await response.blob(),
    durationMs: Number(response.headers.get('x-plateau-duration')) || 0
  };
}
