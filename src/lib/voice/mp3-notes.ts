/** What a voice remembers of itself, kept inside its .mp3 so that it follows the file everywhere. */
export interface VoiceNotes {
  /** The line as it was written when the voice was made. */
  readonly text: string;
  /** `voix` for the engine, `enregistrement`, `fichier` for an upload. */
  readonly made: 'voix' | 'enregistrement' | 'fichier';
}

const TEXT = 'plateau:texte';
const MADE = 'plateau:origine';
const HEADER = 10;

/** An .mp3 with notes in front (ID3v2.4, user texts in UTF-8), in the place of what it said of itself before. */
export function withNotes(mp3: Uint8Array, { text, made }: VoiceNotes): Uint8Array<ArrayBuffer> {
  const frames = [userText(TEXT, text), userText(MADE, made)];
  const size = frames.reduce((sum, { length }) => sum + length, 0);
  const sound = withoutTags(mp3);
  const bytes = new Uint8Array(HEADER + size + sound.length);
  bytes.set([0x49, 0x44, 0x33, 4, 0, 0, ...synchsafe(size)]);
  frames.reduce((at, frame) => (bytes.set(frame, at), at + frame.length), HEADER);
  bytes.set(sound, HEADER + size);
  return bytes;
}

/** The notes at the beginning of an .mp3; `null` when it has none of ours. The beginning alone is enough. */
export function notesOf(mp3: Uint8Array): VoiceNotes | null {
  if (!isTag(mp3) || mp3[3] !== 4) return null;
  const end = Math.min(mp3.length, HEADER + unsynchsafe(mp3, 6));
  const found = new Map<string, string>();
  for (let at = HEADER; at + HEADER <= end;) {
    const size = unsynchsafe(mp3, at + 4);
    const name = String.fromCharCode(...mp3.subarray(at, at + 4));
    const from = at + HEADER;
    at = from + size;
    if (name !== 'TXXX' || at > end || mp3[from] !== 3) continue;
    const [key, value] = new TextDecoder().decode(mp3.subarray(from + 1, at)).split('\0');
    if (key !== undefined && value !== undefined) found.set(key, value);
  }
  const [text, made] = [found.get(TEXT), found.get(MADE)];
  if (text === undefined || (made !== 'voix' && made !== 'enregistrement' && made !== 'fichier')) return null;
  return { text, made };
}

/** Bytes that surely hold the notes of a voice: a text of the longest length, and some. */
export const NOTES_BYTES = 8_192;

/** Whether bytes begin like an .mp3: a tag, or a frame of MPEG layer III. */
export const looksLikeMp3 = (bytes: Uint8Array): boolean =>
  isTag(bytes) || (bytes[0] === 0xff && (bytes[1]! & 0xe6) === 0xe2);

/** Whether two texts are the same to the ear: case, spaces and signs of quotation do not count. */
export const saysTheSame = (left: string, right: string): boolean => toTheEar(left) === toTheEar(right);
const toTheEar = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[’‘]/g, "'")
    .replace(/[\s«»“”"]+/g, ' ')
    .trim()
    .toLocaleLowerCase('fr');

const isTag = (bytes: Uint8Array): boolean => bytes[0] === 0x49 && bytes[1] === 0x44 && bytes[2] === 0x33;

function withoutTags(mp3: Uint8Array): Uint8Array {
  let left = mp3;
  while (isTag(left)) {
    const footer = left[5]! & 0x10 ? HEADER : 0;
    const size = HEADER + unsynchsafe(left, 6) + footer;
    if (size > left.length) return left;
    left = left.subarray(size);
  }
  return left;
}

function userText(key: string, value: string): Uint8Array {
  const body = new TextEncoder().encode(`${key}\0${value}`);
  const size = body.length + 1;
  return Uint8Array.from([0x54, 0x58, 0x58, 0x58, ...synchsafe(size), 0, 0, 3, ...body]);
}

const synchsafe = (size: number): readonly number[] => [21, 14, 7, 0].map((shift) => (size >> shift) & 0x7f);
const unsynchsafe = (bytes: Uint8Array, at: number): number =>
  [0, 1, 2, 3].reduce((sum, index) => (sum << 7) | (bytes[at + index]! & 0x7f), 0);
