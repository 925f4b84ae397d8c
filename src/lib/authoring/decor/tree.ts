import { SCENARIO, type Draft } from '../document/draft.svelte';
import { listIn, mapIn, textIn, valueAt } from '../document/loose';
import type { Plain } from '../document/yaml-edit';
import { idOf } from './import-rows';
import { files, folders } from './parts-desk';

/** A file of the desk: a piece under a name. */
export interface FileNode {
  /** Position in `decor.fichiers`. */
  readonly at: number;
  readonly id: string;
  readonly piece: string;
  /** What the candidate sees: the piece’s own name when there is no other. */
  readonly name: string;
}

/** A folder with what it holds. */
export interface FolderNode {
  /** Position in `decor.dossiers`. */
  readonly at: number;
  readonly id: string;
  readonly name: string;
  readonly folders: readonly FolderNode[];
  readonly files: readonly FileNode[];
}

interface Written {
  readonly at: number;
  readonly id: string;
  readonly under: string;
}

const listAt = (draft: Draft, path: readonly (string | number)[]) =>
  listIn(valueAt(draft.source, path)).map(mapIn);

/** The desk’s folders and files as the candidate sees them. What names a folder that does not exist, or itself, is at the root. */
export function treeOf(draft: Draft): Pick<FolderNode, 'folders' | 'files'> {
  const written = listAt(draft, folders.path).map(
    ({ id, parent, nom }, at): Written & { readonly name: string } => ({
      at,
      id: textIn(id),
      under: textIn(parent),
      name: textIn(nom) || textIn(id)
    })
  );
  const parents = new Map(written.map(({ id, under }) => [id, under]));
  const known = (under: string): boolean => parents.has(under) && !isUnder(parents, under, under);
  const placed = listAt(draft, files.path).map(({ id, piece, nom, dossier }, at) => ({
    at,
    id: textIn(id),
    piece: textIn(piece),
    name: textIn(nom) || textIn(piece),
    under: textIn(dossier)
  }));
  const inside = (under: string): Pick<FolderNode, 'folders' | 'files'> => ({
    folders: written
      .filter((folder) => (known(folder.under) ? folder.under : '') === under)
      .map(({ at, id, name }) => ({ at, id, name, ...inside(id) })),
    files: placed.filter((file) => (parents.has(file.under) ? file.under : '') === under)
  });
  return inside('');
}

/** Whether a folder is inside another, however deep. */
function isUnder(parents: ReadonlyMap<string, string>, id: string, above: string): boolean {
  const seen = new Set<string>();
  for (let at = parents.get(id) ?? ''; at !== '' && !seen.has(at); at = parents.get(at) ?? '') {
    if (at === above) return true;
    seen.add(at);
  }
  return false;
}

/** Folders that a folder may go into: any but itself and those inside it. */
export function homesOf(
  draft: Draft,
  id: string
): readonly { readonly value: string; readonly label: string }[] {
  const all = listAt(draft, folders.path);
  const parents = new Map(all.map((folder) => [textIn(folder['id']), textIn(folder['parent'])]));
  return all
    .map((folder) => ({ value: textIn(folder['id']), label: textIn(folder['nom']) || textIn(folder['id']) }))
    .filter(({ value }) => value !== id && !isUnder(parents, value, id));
}

/** Pieces that are on no folder of the desk yet. */
export function unplaced(draft: Draft): readonly string[] {
  const placed = new Set(listAt(draft, files.path).map(({ piece }) => textIn(piece)));
  return draft.pieces.map(({ name }) => name).filter((name) => !placed.has(name));
}

/** Makes a folder inside another (`''` for the root) and returns its identifier. */
export function addFolder(draft: Draft, name: string, under: string): string {
  const id = idOf(
    folders.one,
    listAt(draft, folders.path).map((folder) => textIn(folder['id']))
  );
  const folder: Plain = { id, nom: name, ...(under && { parent: under }) };
  draft.edit(SCENARIO, (yaml) => yaml.insert(folders.path, folder));
  return id;
}

/** Puts pieces in a folder (`''` for the root), each under its own name; in one step of undo. */
export function placePieces(draft: Draft, names: readonly string[], under: string): void {
  const ids = listAt(draft, files.path).map((file) => textIn(file['id']));
  draft.edit(SCENARIO, (yaml) => {
    for (const piece of names) {
      const id = idOf(piece.replace(/\.[^.]+$/, ''), ids);
      ids.push(id);
      yaml.insert(files.path, { id, piece, ...(under && { dossier: under }) });
    }
  });
}

/** Takes a folder away with all that it holds; its pieces stay among the pieces. In one step of undo. */
export function removeFolder(draft: Draft, folder: FolderNode): void {
  const all = withInside(folder);
  const gone = (places: readonly number[]) => places.toSorted((left, right) => right - left);
  draft.edit(SCENARIO, (yaml) => {
    for (const at of gone(all.flatMap((one) => one.files.map((file) => file.at))))
      yaml.remove([...files.path, at], files.path.length);
    for (const at of gone(all.map((one) => one.at))) yaml.remove([...folders.path, at], folders.path.length);
  });
}

/** A folder and all those inside it. */
export const withInside = (folder: FolderNode): readonly FolderNode[] => [
  folder,
  ...folder.folders.flatMap(withInside)
];
