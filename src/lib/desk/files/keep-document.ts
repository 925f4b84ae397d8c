import type { Attachment } from '../../scene/scene';
import type { DeskPort } from '../port';

/** Where a document goes and under what name, as the candidate says it; null when they give up. */
export type Place = NonNullable<Awaited<ReturnType<DeskPort['shell']['saveAs']>>>;

/** Asks where a document that somebody gave is kept; its name is proposed. */
export function askPlace(desk: DeskPort, { name }: Attachment, title: string): Promise<Place | null> {
  const dot = name.lastIndexOf('.');
  return desk.shell.saveAs({ title, suggestedName: name, extension: dot > 0 ? name.slice(dot + 1) : 'pdf' });
}

/** Makes a file of the candidate's own from a document. Returns the file. */
export const keepDocument = (desk: DeskPort, place: Place, document: Attachment): string => {
  const { kind, mediaType, size, blob, content } = document;
  return desk.files.create({
    ...place,
    kind,
    mediaType,
    size,
    ...(blob && { blob }),
    ...(content !== undefined && { content })
  });
};

/** Says that a document is now among the files. */
export const sayKept = (desk: DeskPort, { name }: Place, title: string): void =>
  desk.shell.notify({ title, body: `«\u00a0${name}\u00a0» est dans vos fichiers.`, tone: 'ok' });
