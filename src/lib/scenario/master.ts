import { canonicalJson } from '../kernel/canonical-json';
import { DomainError } from '../kernel/domain-error';
import type { Scene } from '../scene/scene';
import { compileEvent, compileTask } from './compile-beats';
import { watchBeats } from './compile-condition';
import { sealedContents } from './compile-world';
import { examMs } from './compile-values';
import type { CompiledScenario } from './compiled';
import { scenarioSchema, type ScenarioSource } from './format';
import { gridSchema } from './format-grid';
import { juryOf, type JuryPackage } from './jury';
import { prepareMedia, type Importers, type Media } from './media';
import { sceneOf } from './scene-of';
import { scopeOf, type Scope } from './scope';
import type { Piece, ScenarioFolder } from './source';

/** A scenario ready to be sat: three packages that never meet on a candidate's machine. */
export interface MasteredScenario {
  /** SHA-256 of the three packages: what a sitting pins. */
  readonly hash: string;
  /** For the engine, on the server only. */
  readonly compiled: CompiledScenario;
  /** For the candidate's desk. */
  readonly candidate: Scene;
  /** For jurors. */
  readonly jury: JuryPackage;
  /** The pieces that the packages name by hash, to be stored as blobs. */
  readonly pieces: readonly Piece[];
}

export interface MasterTools {
  readonly importers: Importers;
  /** SHA-256 in lower-case hexadecimal (`load.server.ts` has one). */
  sha256(data: string): string;
}

/** People of the directory who have an answering machine, or somebody to say that they are away. */
function answeringOf({ personnes }: ScenarioSource): CompiledScenario['answering'] {
  return Object.entries(personnes).flatMap(([person, { tel, poste, repond }]) => {
    const numbers = [person, tel, poste].filter((number) => number !== undefined);
    return repond === undefined ? [] : [{ person, numbers, text: repond, lang: 'fr' }];
  });
}

/** Compiles the script and the tasks. */
export function compileScenario(scope: Scope, media: Media): CompiledScenario {
  const { source } = scope;
  const tasks = source.taches.map((task) => compileTask(task, scope));
  return {
    format: 1,
    id: source.scenario,
    title: source.titre,
    durationMs: examMs(source.duree),
    storyStart: source.debut_fictif,
    answering: answeringOf(source),
    letters: sealedContents(scope, media),
    draw: source.tirage === 'individuel' ? 'individual' : 'common',
    beats: [
      ...source.deroule.flatMap((event) => [
        compileEvent(event, scope, media),
        ...watchBeats(event.id, event.quand, scope)
      ]),
      ...tasks.map(({ beat }) => beat)
    ],
    tasks: tasks.map(({ task }) => task)
  };
}

/**
 * Source → packages. `checkScenario` must have found no error.
 * @throws DomainError `scenario.malformed` when the folder does not satisfy the format
 */
export async function master(folder: ScenarioFolder, tools: MasterTools): Promise<MasteredScenario> {
  const parsed = scenarioSchema.safeParse(folder.scenario.value);
  if (!parsed.success)
    throw new DomainError('scenario.malformed', parsed.error.message, { file: 'scenario.yaml' });
  const grid = folder.grid ? gridSchema.safeParse(folder.grid.value) : null;
  if (grid && !grid.success)
    throw new DomainError('scenario.malformed', grid.error.message, { file: 'grille.yaml' });
  const media = await prepareMedia(folder.pieces, tools.importers);
  const scope = scopeOf(parsed.data);
  const compiled = compileScenario(scope, media);
  const candidate = sceneOf(scope, media);
  const jury = juryOf(scope, grid?.data ?? null);
  // Through JSON, so that what is hashed is exactly what will be stored and read again.
  const packages = JSON.parse(JSON.stringify({ compiled, candidate, jury })) as Pick<
    MasteredScenario,
    'compiled' | 'candidate' | 'jury'
  >;
  return { hash: tools.sha256(canonicalJson(packages)), ...packages, pieces: [...folder.pieces.values()] };
}
