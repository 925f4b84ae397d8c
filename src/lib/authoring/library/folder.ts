import type { BlobHash } from '../../kernel/ids';
import { typeOfPiece, type Piece, type ScenarioFolder } from '../../scenario/source';
import { readYaml } from '../../scenario/yaml-source';
import type { PieceRef, ScenarioContent } from './model';

/** A piece known by its name and size alone: its bytes, when somebody measures them, are zeros. */
function unread({ name, hash, size }: PieceRef): Piece {
  return {
    name,
    hash: hash as BlobHash,
    ...(typeOfPiece(name) ?? { kind: 'other' as const, mediaType: 'application/octet-stream' }),
    get bytes() {
      return new Uint8Array(size);
    }
  };
}

/**
 * The texts of a draft as the checker reads a folder; runs in the browser too. Good for `checkScenario`, never for `master`:
 * see `folderWithBytes` for that.
 */
export function folderOf(id: string, { texts, pieces }: ScenarioContent): ScenarioFolder {
  const yaml = (file: string) => readYaml(file, texts[file] ?? '');
  return {
    name: id,
    scenario: yaml('scenario.yaml'),
    grid: 'grille.yaml' in texts ? yaml('grille.yaml') : null,
    runs: Object.keys(texts)
      .filter((file) => file.startsWith('parcours/'))
      .sort()
      .map((file) => ({ name: file.slice('parcours/'.length, -'.yaml'.length), yaml: yaml(file) })),
    pieces: new Map(pieces.map((piece) => [piece.name, unread(piece)]))
  };
}
