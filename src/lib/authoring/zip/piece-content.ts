import { readZipDirectory } from './directory';

/** Endings of the pieces that a scenario may hold, as they are listed on screen. */
export const PIECE_ENDINGS = [
  ...['docx', 'xlsx', 'pdf', 'eml', 'ics', 'mp3', 'png', 'jpg', 'jpeg', 'csv', 'vcf']
] as const;
type Ending = (typeof PIECE_ENDINGS)[number];

/** The ending of a file's name, when it is one that a scenario may hold. */
export function endingOf(name: string): Ending | null {
  const ending = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  return PIECE_ENDINGS.find((known) => known === ending) ?? null;
}

/** Whether bytes are what the file's ending says. An unknown ending is never right. */
export function contentFits(name: string, bytes: Uint8Array): boolean {
  const ending = endingOf(name);
  return ending !== null && bytes.length > 0 && LOOKS[ending](bytes);
}

/** Most that an office file may weigh once unpacked, in bytes: all of it, and its texts, which an import reads whole. */
const OFFICE_BYTES = { all: 40_000_000, texts: 20_000_000 };

/**
 * Whether an office file hides far more than it weighs: reading it would exhaust the server. Sizes are the declared
 * ones; the readers refuse a part that is larger than it declares.
 */
export function hidesTooMuch(name: string, bytes: Uint8Array): boolean {
  const ending = endingOf(name);
  if (ending !== 'docx' && ending !== 'xlsx') return false;
  const parts = readZipDirectory(bytes, OFFICE_PARTS);
  const weight = (some: typeof parts) => some.reduce((sum, { size }) => sum + size, 0);
  return (
    weight(parts) > OFFICE_BYTES.all ||
    weight(parts.filter((part) => /\.(xml|rels)$/.test(part.name))) > OFFICE_BYTES.texts
  );
}

const OFFICE_PARTS = 5_000;
const starts = (bytes: Uint8Array, ...signature: readonly number[]): boolean =>
  signature.every((byte, index) => bytes[index] === byte);
const latin = (bytes: Uint8Array, most: number): string => String.fromCharCode(...bytes.subarray(0, most));
const isJpeg = (bytes: Uint8Array) => starts(bytes, 0xff, 0xd8, 0xff);

/** An office file is an archive with its own first part. */
function isOffice(bytes: Uint8Array, part: string): boolean {
  if (!starts(bytes, 0x50, 0x4b, 3, 4)) return false;
  try {
    const names = readZipDirectory(bytes, OFFICE_PARTS).map(({ name }) => name);
    return names.includes('[Content_Types].xml') && names.some((name) => name.startsWith(part));
  } catch {
    return false;
  }
}

/** Text in any alphabet: no NUL, and not the beginning of a program. */
const isText = (bytes: Uint8Array): boolean =>
  !bytes.subarray(0, 65_536).includes(0) &&
  !starts(bytes, 0x7f, 0x45, 0x4c, 0x46) &&
  !latin(bytes, 5).startsWith('%PDF-');

/** The first words of a text file, whatever its byte order mark. */
const firstWords = (bytes: Uint8Array): string =>
  latin(starts(bytes, 0xef, 0xbb, 0xbf) ? bytes.subarray(3) : bytes, 512).trimStart();

const LOOKS: Readonly<Record<Ending, (bytes: Uint8Array) => boolean>> = {
  docx: (bytes) => isOffice(bytes, 'word/'),
  xlsx: (bytes) => isOffice(bytes, 'xl/'),
  pdf: (bytes) => latin(bytes, 1024).includes('%PDF-'),
  png: (bytes) => starts(bytes, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
  jpg: isJpeg,
  jpeg: isJpeg,
  mp3: (bytes) => starts(bytes, 0x49, 0x44, 0x33) || (bytes[0] === 0xff && (bytes[1]! & 0xe0) === 0xe0),
  eml: (bytes) => isText(bytes) && /^[!-9;-~]+:/.test(firstWords(bytes)),
  ics: (bytes) => isText(bytes) && firstWords(bytes).toUpperCase().startsWith('BEGIN:VCALENDAR'),
  vcf: (bytes) => isText(bytes) && firstWords(bytes).toUpperCase().startsWith('BEGIN:VCARD'),
  csv: isText
};
