import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { basename, join, relative, resolve, sep } from 'node:path';
import type { BlobHash } from '../kernel/ids';
import { typeOfPiece, type Piece, type ScenarioFolder } from './source';
import { misencoded, readYaml, type YamlSource } from './yaml-source';

/** SHA-256 in lower-case hexadecimal: the tool that `master` asks for. */
export const sha256 = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex');

async function readPieces(folder: string): Promise<Map<string, Piece>> {
  const pieces = new Map<string, Piece>();
  if (!existsSync(folder)) return pieces;
  for (const item of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!item.isFile() || item.name.startsWith('.')) continue;
    const path = join(item.parentPath, item.name);
    const name = relative(folder, path).split(sep).join('/').normalize('NFC');
    const bytes = new Uint8Array(await readFile(path));
    const type = typeOfPiece(name) ?? { kind: 'other' as const, mediaType: 'application/octet-stream' };
    pieces.set(name, { name, bytes, hash: sha256(bytes) as BlobHash, ...type });
  }
  return pieces;
}

/** YAML is UTF-8: another encoding (« é » of an old Windows editor) would be played with wrong letters. */
function decoded(file: string, bytes: Uint8Array): YamlSource {
  try {
    return readYaml(file, new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return misencoded(file, new TextDecoder().decode(bytes));
  }
}

/**
 * Reads a scenario's folder: YAML files with positions, bytes of the pieces. Checks nothing: see `checkScenario`.
 * @throws the file system's error when the folder or its `scenario.yaml` cannot be read
 */
export async function loadScenario(directory: string): Promise<ScenarioFolder> {
  const root = resolve(directory);
  const yaml = async (file: string) => decoded(file, await readFile(join(root, file)));
  const runFolder = join(root, 'parcours');
  const runFiles = existsSync(runFolder)
    ? (await readdir(runFolder)).filter((file) => file.endsWith('.yaml')).sort()
    : [];
  return {
    name: basename(root),
    scenario: await yaml('scenario.yaml'),
    grid: existsSync(join(root, 'grille.yaml')) ? await yaml('grille.yaml') : null,
    runs: await Promise.all(
      runFiles.map(async (file) => ({
        name: file.slice(0, -'.yaml'.length),
        yaml: await yaml(`parcours/${file}`)
      }))
    ),
    pieces: await readPieces(join(root, 'pieces'))
  };
}
