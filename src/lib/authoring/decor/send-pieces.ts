import type { Draft } from '../document/draft.svelte';
import type { PieceRef } from '../library/model';
import { ask } from '../pages/api';

/** Endings of the files that a scenario may hold, for a file chooser. */
export const PIECE_ENDINGS = '.docx,.xlsx,.pdf,.eml,.ics,.mp3,.png,.jpg,.jpeg,.csv,.vcf';

/**
 * Sends files as pieces of the scenario and puts them in the draft; all or none.
 * @returns their names as pieces
 * @throws Refusal with the server’s words
 */
export async function sendPieces(draft: Draft, files: readonly File[]): Promise<readonly string[]> {
  if (files.length === 0) return [];
  const body = new FormData();
  for (const file of files) body.append('fichier', file);
  const { version, pieces } = await ask<{ version: number; pieces: readonly PieceRef[] }>(
    'POST',
    `scenarios/${draft.id}/pieces?version=${draft.version}`,
    body
  );
  draft.setPieces(pieces);
  draft.setVersion(version);
  return files.map(({ name }) => name.normalize('NFC'));
}
