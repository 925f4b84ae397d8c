import type { BlobHash } from '../../kernel/ids';
import { checkScenario, hasErrors } from '../../scenario/check';
import type { CompiledScenario } from '../../scenario/compiled';
import { scenarioSchema, type ScenarioSource } from '../../scenario/format';
import { compileScenario } from '../../scenario/master';
import { prepareMedia } from '../../scenario/media';
import type { Problem } from '../../scenario/problem';
import { scopeOf } from '../../scenario/scope';
import { typeOfPiece, type Piece, type ScenarioFolder } from '../../scenario/source';
import { readYaml } from '../../scenario/yaml-source';

/** A piece known by name and size: enough for the checker. `name` is the path under `pieces/`. */
export interface DraftPiece {
  readonly name: string;
  readonly hash: string;
  readonly size: number;
}

/** A scenario without an error: what the engine plays, and the source that it was made of. */
export interface DraftScript {
  readonly compiled: CompiledScenario;
  readonly source: ScenarioSource;
}

/** What the checker says, and what the engine plays when it says no error. */
export interface DraftCheck {
  readonly problems: readonly Problem[];
  readonly script: DraftScript | null;
}

const nothing = () => Promise.resolve(null);

/** A scenario's folder from texts, its pieces without their contents. */
export function folderOf(
  name: string,
  texts: Readonly<Record<string, string>>,
  pieces: readonly DraftPiece[]
): ScenarioFolder {
  const yaml = (file: string) => readYaml(file, texts[file] ?? '');
  const piece = ({ name: file, hash, size }: DraftPiece): Piece => ({
    name: file,
    hash: hash as BlobHash,
    bytes: new Uint8Array(size),
    ...(typeOfPiece(file) ?? { kind: 'other', mediaType: 'application/octet-stream' })
  });
  return {
    name,
    scenario: yaml('scenario.yaml'),
    grid: 'grille.yaml' in texts ? yaml('grille.yaml') : null,
    runs: Object.keys(texts)
      .filter((file) => /^parcours\/[^/]+\.ya?ml$/.test(file))
      .sort()
      .map((file) => ({ name: file.replace(/^parcours\/|\.ya?ml$/g, ''), yaml: yaml(file) })),
    pieces: new Map(pieces.map((item) => [item.name, piece(item)]))
  };
}

/** Checks a scenario being written, and compiles it when nothing forbids it. Documents are not read: no run opens one. */
export async function checkDraft(
  name: string,
  texts: Readonly<Record<string, string>>,
  pieces: readonly DraftPiece[]
): Promise<DraftCheck> {
  const folder = folderOf(name, texts, pieces);
  const problems = checkScenario(folder);
  if (hasErrors(problems)) return { problems, script: null };
  const media = await prepareMedia(folder.pieces, { text: nothing, sheet: nothing });
  const source = scenarioSchema.parse(folder.scenario.value);
  return { problems, script: { compiled: compileScenario(scopeOf(source), media), source } };
}
