import { filesFor } from '../../desk/files/folder-view';
import type { TreeState } from '../../desk/files/model';
import type { FileKind } from '../../scene/scene';
import type { FilesState } from './model';

/** A line of the explorer. */
export interface Item {
  readonly id: string;
  readonly type: 'file' | 'folder';
  readonly name: string;
  readonly kind: FileKind | 'folder';
  /** Exam time of the last change, `null` for folders and untouched files of the decor. */
  readonly changedMs: number | null;
}

export const KIND_WORDS: Readonly<Record<Item['kind'], string>> = {
  folder: 'Dossier',
  text: 'Document',
  sheet: 'Classeur',
  pdf: 'PDF',
  image: 'Image',
  audio: 'Son',
  other: 'Fichier'
};

/** Folders first, then files, in the order of a dictionary; a search looks everywhere by name. */
export function itemsOf(tree: TreeState, view: FilesState, search: string): readonly Item[] {
  const byName = (a: { name: string }, b: { name: string }) =>
    a.name.localeCompare(b.name, 'fr', { numeric: true });
  if (view.place === 'trash') {
    return Object.values(tree.files)
      .filter((file) => file.trashed && !file.frozen)
      .sort(byName)
      .map(({ id, name, kind, changedMs }) => ({
        id,
        type: 'file',
        name,
        kind,
        changedMs: changedMs || null
      }));
  }
  const folders = search.trim()
    ? []
    : Object.values(tree.folders).filter((folder) => folder.parent === view.folder);
  return [
    ...folders
      .sort(byName)
      .map(({ id, name }): Item => ({ id, type: 'folder', name, kind: 'folder', changedMs: null })),
    ...filesFor(tree, { folder: view.folder, search, kinds: undefined }).map(
      ({ id, name, kind, changedMs }): Item => ({
        id,
        type: 'file',
        name,
        kind,
        changedMs: changedMs || null
      })
    )
  ];
}
