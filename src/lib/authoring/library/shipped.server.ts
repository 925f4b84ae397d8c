import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DomainError } from '../../kernel/domain-error';
import { sha256 } from '../../scenario/load.server';
import { isTextName, type ScenarioDraft } from './model';
import { isScenarioId } from './slug';

/** Identifiers of the scenarios that come with the program. */
export async function shippedIds(directory: string): Promise<readonly string[]> {
  const folders = await readdir(directory, { withFileTypes: true }).catch(() => []);
  return folders
    .filter((folder) => folder.isDirectory() && isScenarioId(folder.name))
    .map(({ name }) => name);
}

/** Every file of a folder, by its path with slashes, hidden ones left out; NFC, sorted. */
async function filesOf(folder: string): Promise<readonly { readonly name: string; readonly path: string }[]> {
  const items = await readdir(folder, { recursive: true, withFileTypes: true });
  return items
    .filter((item) => item.isFile() && !item.name.startsWith('.'))
    .map((item) => {
      const path = join(item.parentPath, item.name);
      return {
        path,
        name: path
          .slice(folder.length + 1)
          .replaceAll('\\', '/')
          .normalize('NFC')
      };
    })
    .sort((left, right) => (left.name < right.name ? -1 : 1));
}

/**
 * A scenario of the program, as a draft of version 0.
 * @throws DomainError `draft.unknown`
 */
export async function readShipped(directory: string, id: string): Promise<ScenarioDraft> {
  if (!(await shippedIds(directory)).includes(id))
    throw new DomainError('draft.unknown', `no scenario ${id}`);
  const texts: Record<string, string> = {};
  const pieces: { name: string; hash: string; size: number }[] = [];
  for (const { name, path } of await filesOf(join(directory, id))) {
    if (isTextName(name)) texts[name] = await readFile(path, 'utf8');
    else if (name.startsWith('pieces/')) {
      const bytes = await readFile(path);
      pieces.push({ name: name.slice('pieces/'.length), hash: sha256(bytes), size: bytes.length });
    }
  }
  return { id, texts, pieces, version: 0, shipped: true, at: null, author: null, publishedHash: null };
}

/**
 * The bytes of a piece of a shipped scenario.
 * @throws DomainError `draft.unknown-piece`
 */
export async function readShippedPiece(directory: string, id: string, name: string): Promise<Uint8Array> {
  const folder = join(directory, id, 'pieces');
  const found = (await filesOf(folder).catch(() => [])).find((file) => file.name === name);
  if (!found) throw new DomainError('draft.unknown-piece', `no piece ${name}`);
  return new Uint8Array(await readFile(found.path));
}
