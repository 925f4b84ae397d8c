import { askPlace, keepDocument, sayKept } from '../../desk/files/keep-document';
import type { DeskPort } from '../../desk/port';
import type { Attachment } from '../../scene/scene';

/** « Enregistrer »: asks where, then files a paper that a visitor handed over. */
export async function saveDocument(desk: DeskPort, document: Attachment): Promise<void> {
  const place = await askPlace(desk, document, 'Enregistrer le document remis');
  if (!place) return;
  keepDocument(desk, place, document);
  sayKept(desk, place, 'Document enregistré');
}
