import type { FileKind } from '../../scene/scene';
import type { DeskFile, Folder, TreeState } from './model';

/** Name of the place of files without a folder. */
export const ROOT_NAME = 'Documents';

export interface FolderRow {
  /** `null` for the root. */
  readonly id: string | null;
  readonly name: string;
  /** 0 for the root. */
  readonly depth: number;
}

const byName = (a: { name: string }, b: { name: string }) =>
  a.name.localeCompare(b.name, 'fr', { numeric: true });
const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase('fr');

/** All folders, each under its parent, in the order of a dictionary. */
export function folderRows(tree: TreeState): readonly FolderRow[] {
  const under = (parent: string | null, depth: number): FolderRow[] =>
    Object.values(tree.folders)
      .filter((folder: Folder) => folder.parent === parent)
      .sort(byName)
      .flatMap((folder) => [{ id: folder.id, name: folder.name, depth }, ...under(folder.id, depth + 1)]);
  return [{ id: null, name: ROOT_NAME, depth: 0 }, ...under(null, 1)];
}

/** Files that a person may see and choose: neither in the bin nor frozen copies; in one folder, or everywhere by name. */
export function filesFor(
  tree: TreeState,
  query: {
    readonly folder: string | null;
    readonly search: string;
    readonly kinds: readonly FileKind[] | undefined;
  }
): readonly DeskFile[] {
  const words = plain(query.search.trim());
  return Object.values(tree.files)
    .filter((file) => !file.trashed && !file.frozen && (!query.kinds || query.kinds.includes(file.kind)))
    .filter((file) => (words ? plain(file.name).includes(words) : file.folder === query.folder))
    .sort(byName);
}

/** `Clients › Clos angevin` */
export function folderPath(tree: TreeState, folder: string | null): string {
  const above = new Set<Folder>();
  let at = folder === null ? undefined : tree.folders[folder];
  // A folder that contains itself ends the path instead of freezing the page.
  while (at && !above.has(at)) {
    above.add(at);
    at = at.parent === null ? undefined : tree.folders[at.parent];
  }
  return [ROOT_NAME, ...[...above].reverse().map(({ name }) => name)].join(' › ');
}

/** What is wrong with a file's name, in French; `null` when it can be used. The rule is the tree's own. */
export function nameProblem(name: string): string | null {
  const trimmed = name.trim();
  if (!trimmed) return 'Donnez un nom au fichier.';
  if (/[/\\:*?"<>|\p{Cc}]/u.test(trimmed))
    return 'Un nom de fichier ne peut pas contenir : / \\ : * ? " < > |';
  if (trimmed.length > 110) return 'Ce nom est trop long (110 caractères au plus).';
  return null;
}

/** The name with its extension, once: `Lettre` and `.docx` → `Lettre.docx`. */
export function withExtension(name: string, extension: string): string {
  const end = `.${extension.replace(/^\./, '')}`;
  const trimmed = name.trim();
  return trimmed.toLocaleLowerCase('fr').endsWith(end.toLowerCase()) ? trimmed : `${trimmed}${end}`;
}

/** The visible file that already has this name in this folder; capitals do not count. */
export function namesake(tree: TreeState, name: string, folder: string | null): DeskFile | null {
  const wanted = name.toLocaleLowerCase('fr');
  return (
    filesFor(tree, { folder, search: '', kinds: undefined }).find(
      (file) => file.name.toLocaleLowerCase('fr') === wanted
    ) ?? null
  );
}
