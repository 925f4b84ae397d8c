import { LINGWARE, VoiceEngine, type VoiceSound } from '$lib/voice/engine.server';

/** The one voice engine of this process; its thread starts with the first line. */
export const voiceEngine = new VoiceEngine(LINGWARE);

/** A sound to listen to; its length in ms goes beside it. */
export const soundResponse = ({ mp3, durationMs }: VoiceSound): Response =>
  new Response(mp3, {
    headers: {
      'content-type': 'audio/mpeg',
      'content-length': String(mp3.length),
      'x-plateau-duration': String(durationMs),
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff'
    }
  });
