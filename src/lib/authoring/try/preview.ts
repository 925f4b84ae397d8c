import type { JuryPackage } from '../../scenario/jury';
import type { CompiledScenario } from '../../scenario/compiled';
import type { Scene } from '../../scene/scene';

/** A scenario mastered for its author alone: everything that a sitting, its desk and its jury need, in one page. */
export interface Preview {
  readonly compiled: CompiledScenario;
  readonly scene: Scene;
  readonly jury: JuryPackage;
  /** Names of the pieces by their hash. */
  readonly pieces: Readonly<Record<string, string>>;
}

const ON_AN_EXAM_DESK = /^\/api\/poste\/pieces\/([0-9a-f]{64})/;

/** Where an author reads the bytes of a piece of their scenario. */
export const pieceUrl = (scenario: string, name: string): string =>
  `/api/atelier/scenarios/${scenario}/pieces/${name.split('/').map(encodeURIComponent).join('/')}`;

/** A preview whose voices are read from the workshop: an author has no exam desk to read them from. */
export function atWorkshop(scenario: string, preview: Preview): Preview {
  const moved = (_: string, value: unknown): unknown => {
    const hash = typeof value === 'string' ? ON_AN_EXAM_DESK.exec(value)?.[1] : undefined;
    const name = hash === undefined ? undefined : preview.pieces[hash];
    return name === undefined ? value : pieceUrl(scenario, name);
  };
  return JSON.parse(JSON.stringify(preview), moved) as Preview;
}
