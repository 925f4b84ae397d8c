import {
  fileCopied,
  fileMoved,
  fileRenamed,
  fileRestored,
  fileTrashed,
  folderCreated,
  folderMoved,
  folderRemoved,
  folderRenamed,
  type DeskFile,
  type Folder,
  type TreeState
} from '../../desk/files/model';
import { nameProblem, namesake } from '../../desk/files/folder-view';
import type { Gesture } from '../../log/entry';

/** What a command of the explorer gives: gestures to record, or the French words of why it cannot be. */
export type Outcome = { readonly gestures: readonly Gesture[] } | { readonly refusal: string };

const refuse = (refusal: string): Outcome => ({ refusal });
const done = (...gestures: Gesture[]): Outcome => ({ gestures });
/** `.docx` of `Lettre.docx`; a file keeps it when it is renamed. */
export const extensionOf = (name: string): string => /\.[A-Za-z0-9]{1,5}$/.exec(name)?.[0] ?? '';

export function renameFile(tree: TreeState, file: DeskFile, typed: string): Outcome {
  const extension = extensionOf(file.name);
  const bare = typed.trim();
  const name = bare.toLowerCase().endsWith(extension.toLowerCase()) ? bare : `${bare}${extension}`;
  const problem = nameProblem(name.slice(0, name.length - extension.length));
  if (problem) return refuse(problem);
  const other = namesake(tree, name, file.folder);
  if (other && other.id !== file.id) return refuse(`Un fichier s’appelle déjà « ${name} » dans ce dossier.`);
  return done(fileRenamed({ file: file.id, name }));
}

export function renameFolder(tree: TreeState, folder: Folder, typed: string): Outcome {
  const problem = folderNameProblem(tree, folder.parent, typed, folder.id);
  if (problem) return refuse(problem);
  return done(folderRenamed({ folder: folder.id, name: typed.trim() }));
}

export function createFolder(tree: TreeState, parent: string | null, typed: string, id: string): Outcome {
  const problem = folderNameProblem(tree, parent, typed, null);
  return problem ? refuse(problem) : done(folderCreated({ folder: id, name: typed.trim(), parent }));
}

export function moveFile(tree: TreeState, file: DeskFile, folder: string | null): Outcome {
  if (file.folder === folder) return refuse('Ce fichier est déjà dans ce dossier.');
  if (namesake(tree, file.name, folder))
    return refuse(`Le dossier contient déjà un fichier « ${file.name} ». Renommez-le d’abord.`);
  return done(fileMoved({ file: file.id, folder }));
}

export function moveFolder(tree: TreeState, folder: Folder, parent: string | null): Outcome {
  for (let at = parent; at !== null; at = tree.folders[at]?.parent ?? null) {
    if (at === folder.id) return refuse('Un dossier ne peut pas être rangé dans lui-même.');
  }
  const problem = folderNameProblem(tree, parent, folder.name, folder.id);
  return problem ? refuse(problem) : done(folderMoved({ folder: folder.id, parent }));
}

/** A copy beside the original is called « Lettre - Copie.docx », then « Lettre - Copie (2).docx ». */
export function copyFile(tree: TreeState, file: DeskFile, folder: string | null, copy: string): Outcome {
  const extension = extensionOf(file.name);
  const stem = file.name.slice(0, file.name.length - extension.length);
  let name = file.name;
  for (let count = 1; namesake(tree, name, folder); count++) {
    name = `${stem} - Copie${count > 1 ? ` (${count})` : ''}${extension}`;
  }
  return done(fileCopied({ file: file.id, copy, name, folder, frozen: false }));
}

export const trashFile = (file: DeskFile): Outcome => done(fileTrashed({ file: file.id }));
export const restoreFile = (file: DeskFile): Outcome => done(fileRestored({ file: file.id }));

export function removeFolder(tree: TreeState, folder: Folder): Outcome {
  if (folder.fixed) return refuse('Ce dossier de l’entreprise ne peut pas être supprimé.');
  const holds =
    Object.values(tree.files).some((file) => file.folder === folder.id && !file.trashed) ||
    Object.values(tree.folders).some((other) => other.parent === folder.id);
  if (holds) return refuse('Ce dossier n’est pas vide : déplacez d’abord ce qu’il contient.');
  return done(folderRemoved({ folder: folder.id }));
}

function folderNameProblem(
  tree: TreeState,
  parent: string | null,
  typed: string,
  self: string | null
): string | null {
  const problem = nameProblem(typed);
  if (problem) return problem.replace('au fichier', 'au dossier').replace('de fichier', 'de dossier');
  const name = typed.trim().toLocaleLowerCase('fr');
  const taken = Object.values(tree.folders).some(
    (folder) => folder.parent === parent && folder.id !== self && folder.name.toLocaleLowerCase('fr') === name
  );
  return taken ? `Un dossier s’appelle déjà « ${typed.trim()} » à cet endroit.` : null;
}
