import { askPlace, keepDocument, sayKept } from '../../desk/files/keep-document';
import { fileCopied } from '../../desk/files/model';
import type { DeskPort } from '../../desk/port';
import type { Attachment } from '../../scene/scene';
import * as events from './events';

/** Opens a piece: a live file of the tree in its own app, anything else in the read-only viewer. */
export function openAttachment(desk: DeskPort, attachment: Attachment, live: boolean): void {
  if (live && attachment.file && !desk.readOnly) desk.shell.openFile(attachment.file);
  else desk.shell.viewAttachment(attachment);
}

/** « Enregistrer dans les fichiers… »: asks where, then makes the file. */
export async function saveAttachment(desk: DeskPort, mail: string, attachment: Attachment): Promise<void> {
  const place = await askPlace(desk, attachment, 'Enregistrer la pièce jointe');
  if (!place) return;
  let file: string;
  if (attachment.file && desk.files.tree().files[attachment.file]) {
    file = desk.newId('file');
    desk.record(fileCopied({ file: attachment.file, copy: file, ...place, frozen: false }));
  } else file = keepDocument(desk, place, attachment);
  desk.record(events.mailAttachmentSaved({ mail, name: attachment.name, file }));
  sayKept(desk, place, 'Pièce jointe enregistrée');
}
