import { checkScenario, hasErrors } from '../../scenario/check';
import type { CompiledScenario } from '../../scenario/compiled';
import { scenarioSchema, type ScenarioSource } from '../../scenario/format';
import { compileScenario } from '../../scenario/master';
import { prepareMedia } from '../../scenario/media';
import type { Problem } from '../../scenario/problem';
import { scopeOf } from '../../scenario/scope';
import { folderOf } from '../library/folder';
import type { PieceRef } from '../library/model';

/** A piece known by name and size: enough for the checker. */
export type DraftPiece = PieceRef;

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

/** Checks a scenario being written, and compiles it when nothing forbids it. Documents are not read: no run opens one. */
export async function checkDraft(
  name: string,
  texts: Readonly<Record<string, string>>,
  pieces: readonly DraftPiece[]
): Promise<DraftCheck> {
  const folder = folderOf(name, { texts, pieces });
  const problems = checkScenario(folder);
  if (hasErrors(problems)) return { problems, script: null };
  const media = await prepareMedia(folder.pieces, { text: nothing, sheet: nothing });
  const source = scenarioSchema.parse(folder.scenario.value);
  return { problems, script: { compiled: compileScenario(scopeOf(source), media), source } };
}
