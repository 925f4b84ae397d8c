import type { CompiledAttachment } from './compiled';
import type { Piece } from './source';

/** What the desk's editors make of a .docx or an .xlsx, given by the caller so that a scenario knows no application. */
export interface Importers {
  text(bytes: Uint8Array): Promise<unknown>;
  sheet(bytes: Uint8Array): Promise<unknown>;
}

/** The pieces of a scenario, ready to be shown. */
export interface Media {
  /** Throws on a name that is not a piece: `checkScenario` comes first. */
  piece(name: string): Piece;
  attachment(name: string): CompiledAttachment;
  /** Where a candidate's page reads the bytes. */
  url(name: string): string;
}

/** Imports the contents of every office piece once. */
export async function prepareMedia(pieces: ReadonlyMap<string, Piece>, importers: Importers): Promise<Media> {
  const contents = new Map<string, unknown>();
  for (const piece of pieces.values()) {
    if (piece.kind === 'text') contents.set(piece.name, await importers.text(piece.bytes));
    if (piece.kind === 'sheet') contents.set(piece.name, await importers.sheet(piece.bytes));
  }
  const find = (name: string): Piece => {
    const piece = pieces.get(name.normalize('NFC'));
    if (!piece) throw new Error(`no piece ${name}`);
    return piece;
  };
  return {
    piece: find,
    url: (name) => `/api/poste/pieces/${find(name).hash}`,
    attachment(name) {
      const { hash, kind, mediaType, bytes, name: path } = find(name);
      const content = contents.get(path);
      return {
        name: path.slice(path.lastIndexOf('/') + 1),
        kind,
        mediaType,
        size: bytes.length,
        blob: hash,
        ...(content !== undefined && { content })
      };
    }
  };
}
