import type { BlobHash } from '../kernel/ids';
import type { FileKind } from '../scene/scene';
import type { YamlSource } from './yaml-source';

/** A real file of `pieces/`. */
export interface Piece {
  /** Path under `pieces/`. */
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly hash: BlobHash;
  readonly kind: FileKind;
  readonly mediaType: string;
}

/** A scenario's folder as read: nothing checked yet. */
export interface ScenarioFolder {
  /** Name of the folder, which must be the scenario's id. */
  readonly name: string;
  readonly scenario: YamlSource;
  readonly grid: YamlSource | null;
  readonly runs: readonly { readonly name: string; readonly yaml: YamlSource }[];
  readonly pieces: ReadonlyMap<string, Piece>;
}

const OFFICE = 'application/vnd.openxmlformats-officedocument.';
const TYPES: Readonly<Record<string, readonly [FileKind, string]>> = {
  docx: ['text', `${OFFICE}wordprocessingml.document`],
  xlsx: ['sheet', `${OFFICE}spreadsheetml.sheet`],
  pdf: ['pdf', 'application/pdf'],
  png: ['image', 'image/png'],
  jpg: ['image', 'image/jpeg'],
  jpeg: ['image', 'image/jpeg'],
  mp3: ['audio', 'audio/mpeg'],
  csv: ['other', 'text/csv'],
  eml: ['other', 'message/rfc822'],
  ics: ['other', 'text/calendar'],
  vcf: ['other', 'text/vcard']
};

/** Kind and media type of a file by its extension, `null` when the desk has no use for it. */
export function typeOfPiece(name: string): { kind: FileKind; mediaType: string } | null {
  const found = TYPES[name.slice(name.lastIndexOf('.') + 1).toLowerCase()];
  return found ? { kind: found[0], mediaType: found[1] } : null;
}
