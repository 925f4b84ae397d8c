import { zipSync, type Zippable } from 'fflate';

const ascii = (text: string): Uint8Array => new TextEncoder().encode(text);

/** The least that an import takes. */
export const GOOD: Readonly<Record<string, string>> = {
  'scenario.yaml': 'scenario: essai\ntitre: Essai\n',
  'grille.yaml': 'format: 1\n'
};

/** An archive of these files, each a text or bytes. */
export function zipOf(files: Readonly<Record<string, string | Uint8Array>>, level: 0 | 6 = 6): Uint8Array {
  const zippable: Zippable = {};
  for (const [name, content] of Object.entries(files))
    zippable[name] = [typeof content === 'string' ? ascii(content) : content, { level }];
  return zipSync(zippable);
}

const CENTRAL = [0x50, 0x4b, 1, 2];

/** Offset of the central record number `index` of an archive. */
export function centralAt(archive: Uint8Array, index: number): number {
  let seen = -1;
  for (let at = 0; at < archive.length - 4; at += 1)
    if (CENTRAL.every((byte, step) => archive[at + step] === byte) && ++seen === index) return at;
  throw new Error(`no central record ${index}`);
}

/** A copy of an archive with some bytes changed. */
export function tampered(
  archive: Uint8Array,
  change: (view: DataView, bytes: Uint8Array) => void
): Uint8Array {
  const copy = archive.slice();
  change(new DataView(copy.buffer), copy);
  return copy;
}
