import { fileCopied, type DeskFile, type TreeState } from '../../desk/files/model';
import type { DeskPort } from '../../desk/port';
import { EMPTY_DOC } from './schema';

const EXTENSION = '.docx';
const TEMPLATES = 'Modèles';

/** Name with the extension of documents. */
export const withExtension = (name: string): string =>
  name.toLowerCase().endsWith(EXTENSION) ? name : name + EXTENSION;

/** Name without it, for titles and suggestions. */
export const withoutExtension = (name: string): string => name.replace(/\.docx$/i, '');

/** Suggestion for a document made from a template: « Modèle de lettre » gives « Lettre ». */
export function nameFromTemplate(name: string): string {
  const subject = withoutExtension(name).replace(/^modèle\s+(de\s+|d[’'])?/i, '');
  return subject.charAt(0).toLocaleUpperCase('fr') + subject.slice(1);
}

/** True for a file of the folder « Modèles »: the house's templates. */
export function isTemplate(tree: TreeState, file: DeskFile): boolean {
  return file.folder !== null && tree.folders[file.folder]?.name === TEMPLATES;
}

/** Templates by name, and the other documents, last changed first. */
export function textFiles(tree: TreeState): { templates: DeskFile[]; recent: DeskFile[] } {
  const files = Object.values(tree.files).filter(
    (file) => file.kind === 'text' && !file.trashed && !file.frozen
  );
  return {
    templates: files
      .filter((file) => isTemplate(tree, file))
      .sort((a, b) => a.name.localeCompare(b.name, 'fr')),
    recent: files
      .filter((file) => !isTemplate(tree, file))
      .sort((a, b) => b.changedMs - a.changedMs || a.name.localeCompare(b.name, 'fr'))
  };
}

/** Asks for a name and creates a blank document. Null when the user gives up. */
export async function createBlank(desk: DeskPort): Promise<string | null> {
  const place = await desk.shell.saveAs({
    title: 'Nouveau document',
    suggestedName: 'Document',
    extension: 'docx'
  });
  if (!place) return null;
  return desk.files.create({
    name: withExtension(place.name),
    folder: place.folder,
    kind: 'text',
    content: { doc: EMPTY_DOC }
  });
}

/** Asks for a name and copies a document or template under it. Null when the user gives up. */
export async function copyAs(
  desk: DeskPort,
  source: DeskFile,
  suggestedName: string
): Promise<string | null> {
  const place = await desk.shell.saveAs({ title: 'Enregistrer sous', suggestedName, extension: 'docx' });
  if (!place) return null;
  const copy = desk.newId('file');
  const name = withExtension(place.name);
  desk.record(fileCopied({ file: source.id, copy, name, folder: place.folder, frozen: false }));
  return copy;
}
