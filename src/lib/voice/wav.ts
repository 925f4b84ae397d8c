import { DomainError } from '../kernel/domain-error';

/** Sound without compression: one channel between -1 and 1. */
export interface Samples {
  readonly samples: Float32Array<ArrayBuffer>;
  /** Hertz. */
  readonly sampleRate: number;
}

const HEADER = 44;
const word = (bytes: Uint8Array, at: number): string => String.fromCharCode(...bytes.subarray(at, at + 4));

/** A .wav of 16 bits, one channel. */
export function wavOf({ samples, sampleRate }: Samples): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(HEADER + samples.length * 2);
  const view = new DataView(bytes.buffer);
  const put = (at: number, letters: string) => bytes.set(new TextEncoder().encode(letters), at);
  put(0, 'RIFF');
  view.setUint32(4, bytes.length - 8, true);
  put(8, 'WAVEfmt ');
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, sampleRate, true);
  view.setUint32(28, sampleRate * 2, true);
  view.setUint16(32, 2, true);
  view.setUint16(34, 16, true);
  put(36, 'data');
  view.setUint32(40, samples.length * 2, true);
  samples.forEach((value, index) => {
    const level = Math.max(-1, Math.min(1, value));
    view.setInt16(HEADER + index * 2, Math.round(level * 32_767), true);
  });
  return bytes;
}

export const looksLikeWav = (bytes: Uint8Array): boolean =>
  bytes.length > HEADER && word(bytes, 0) === 'RIFF' && word(bytes, 8) === 'WAVE';

/**
 * The sound of a .wav of 16 bits; several channels become one.
 * @throws DomainError `voice.sound` when it is of another kind, or empty
 */
export function samplesOfWav(bytes: Uint8Array): Samples {
  const refuse = (why: string) => new DomainError('voice.sound', why);
  if (!looksLikeWav(bytes)) throw refuse('not a .wav');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let format: { readonly channels: number; readonly sampleRate: number } | null = null;
  for (let at = 12; at + 8 <= bytes.length;) {
    const [name, size, from] = [word(bytes, at), view.getUint32(at + 4, true), at + 8];
    at = from + size + (size % 2);
    if (name === 'fmt ' && from + 16 <= bytes.length) {
      if (view.getUint16(from, true) !== 1 || view.getUint16(from + 14, true) !== 16)
        throw refuse('not 16 bits without compression');
      format = { channels: view.getUint16(from + 2, true), sampleRate: view.getUint32(from + 4, true) };
    } else if (name === 'data' && format) {
      const { channels, sampleRate } = format;
      if (channels < 1 || channels > 2 || sampleRate < 8_000 || sampleRate > 48_000)
        throw refuse(`${channels} channels at ${sampleRate} Hz`);
      const length = Math.floor(Math.min(size, bytes.length - from) / (2 * channels));
      if (length === 0) throw refuse('empty');
      const samples = Float32Array.from({ length }, (_, index) => {
        let sum = 0;
        for (let channel = 0; channel < channels; channel++)
          sum += view.getInt16(from + 2 * (index * channels + channel), true);
        return sum / channels / 32_768;
      });
      return { samples, sampleRate };
    }
  }
  throw refuse('no data');
}
