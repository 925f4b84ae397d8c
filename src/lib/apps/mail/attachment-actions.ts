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
  const dot = attachment.name.lastIndexOf('.');
  const place = await desk.shell.saveAs({
    title: 'Enregistrer la pièce jointe',
    suggestedName: attachment.name,
    extension: dot > 0 ? attachment.name.slice(dot + 1) : ''
  });
  if (!place) return;
  const { kind, mediaType, size, blob, content } = attachment;
  let file: string;
  if (attachment.file && desk.files.tree().files[attachment.file]) {
    file = desk.newId('file');
    desk.record(fileCopied({ file: attachment.file, copy: file, ...place, frozen: false }));
  } else {
    file = desk.files.create({
      ...place,
      kind,
      mediaType,
      size,
      ...(blob && { blob }),
      ...(content !== undefined && { content })
    });
  }
  desk.record(events.mailAttachmentSaved({ mail, name: attachment.name, file }));
  desk.shell.notify({
    title: 'Pièce jointe enregistrée',
    body: `«\u00a0${place.name}\u00a0» est dans vos fichiers.`,
    tone: 'ok'
  });
}
