import type { DeskPort } from '../../desk/port';
import type { Attachment } from '../../scene/scene';

/** « Enregistrer »: asks where, then files a paper that a visitor handed over. */
export async function saveDocument(desk: DeskPort, document: Attachment): Promise<void> {
  const dot = document.name.lastIndexOf('.');
  const place = await desk.shell.saveAs({
    title: 'Enregistrer le document remis',
    suggestedName: document.name,
    extension: dot > 0 ? document.name.slice(dot + 1) : ''
  });
  if (!place) return;
  const { kind, mediaType, size, blob, content } = document;
  desk.files.create({
    ...place,
    kind,
    mediaType,
    size,
    ...(blob && { blob }),
    ...(content !== undefined && { content })
  });
  desk.shell.notify({
    title: 'Document enregistré',
    body: `«\u00a0${place.name}\u00a0» est dans vos fichiers.`,
    tone: 'ok'
  });
}
