import { VOICE_LIMITS } from '../../voice/voices';
import { wavOf } from '../../voice/wav';
import { Refusal } from '../pages/api';

const RATE = 24_000;
/** What the loudest instant of a voice is brought to, and by how much at the most. */
const PEAK = 0.85;
const MOST_GAIN = 8;

/** One channel made of several, loud enough to be understood in a room. */
export function levelled(channels: readonly Float32Array[]): Float32Array<ArrayBuffer> {
  const [first] = channels;
  const mixed = Float32Array.from({ length: first?.length ?? 0 }, (_, at) =>
    channels.reduce((sum, channel) => sum + channel[at]! / channels.length, 0)
  );
  const peak = mixed.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const gain = peak > 0 ? Math.min(MOST_GAIN, PEAK / peak) : 1;
  return mixed.map((value) => value * gain);
}

/**
 * Any sound that the browser can play, as a .wav that the server takes.
 * @throws Refusal `voice.sound`, `voice.sound-too-long`
 */
export async function toWav(sound: Blob): Promise<Blob> {
  const unread = () =>
    new Refusal(
      'voice.sound',
      'Ce fichier n’est pas un son que le navigateur sait lire. Choisissez un .mp3.'
    );
  const bytes = await sound.arrayBuffer();
  const decoded = await new OfflineAudioContext(1, 1, RATE).decodeAudioData(bytes).catch(() => {
    throw unread();
  });
  if (decoded.length === 0) throw unread();
  if (decoded.duration > VOICE_LIMITS.seconds)
    throw new Refusal('voice.sound-too-long', 'Ce son est trop long\u00a0: trois minutes au plus.');
  const channels = Array.from({ length: decoded.numberOfChannels }, (_, at) => decoded.getChannelData(at));
  return new Blob([wavOf({ samples: levelled(channels), sampleRate: RATE })], { type: 'audio/wav' });
}
