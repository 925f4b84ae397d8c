import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { runnable } from '../engine/beat';
import { playRun, summarise } from '../engine/recorded-run';
import { DomainError } from '../kernel/domain-error';
import { checkScenario, hasErrors } from '../scenario/check';
import { scenarioSchema } from '../scenario/format';
import { runSchema, type RunSource } from '../scenario/format-run';
import { loadScenario, sha256 } from '../scenario/load.server';
import { master } from '../scenario/master';
import type { Problem } from '../scenario/problem';
import { scopeOf } from '../scenario/scope';
import type { ScenarioFolder } from '../scenario/source';
import type { Account } from '../sessions/account';
import { requireRole } from '../sessions/authorise';

/** A scenario on the workshop's shelf. `title` is `null` when its YAML cannot be read. */
export interface ShelfItem {
  readonly id: string;
  readonly title: string | null;
  readonly referential: string | null;
  readonly duration: string | null;
  readonly errors: number;
  readonly warnings: number;
}

/** What the author sees of one scenario: what the checker says, and what happens in each recorded run. */
export interface ScenarioView extends ShelfItem {
  readonly problems: readonly Problem[];
  readonly tasks: readonly { readonly title: string; readonly deadline: string | null }[];
  /** One chronogramme per run, the idle candidate first; empty while there are errors. */
  readonly runs: readonly {
    readonly name: string;
    readonly title: string;
    readonly lines: readonly string[];
  }[];
}

const FOLDER_NAME = /^[a-z0-9][a-z0-9-]{0,60}$/;
const IDLE: RunSource = { format: 1, titre: 'Candidat qui ne fait rien', etapes: [] };

/**
 * The scenarios of a directory, in the order of a dictionary.
 * @throws DomainError `access.*`
 */
export async function listShelf(directory: string, account: Account | null): Promise<readonly ShelfItem[]> {
  requireRole(account, 'author', 'head');
  const folders = await readdir(directory, { withFileTypes: true });
  const names = folders
    .filter((folder) => folder.isDirectory() && FOLDER_NAME.test(folder.name))
    .map(({ name }) => name);
  const items = await Promise.all(
    names.map(async (name) => shelfItem(name, await loadScenario(join(directory, name))))
  );
  return items.sort((a, b) => (a.title ?? a.id).localeCompare(b.title ?? b.id, 'fr'));
}

/**
 * One scenario, checked and played.
 * @throws DomainError `access.*`, `scenario.unknown`
 */
export async function readScenario(
  directory: string,
  account: Account | null,
  id: string
): Promise<ScenarioView> {
  requireRole(account, 'author', 'head');
  const known = FOLDER_NAME.test(id) && (await listShelf(directory, account)).some((item) => item.id === id);
  if (!known) throw new DomainError('scenario.unknown', `no scenario ${id}`);
  const folder = await loadScenario(join(directory, id));
  const problems = checkScenario(folder);
  const source = scenarioSchema.safeParse(folder.scenario.value);
  return {
    ...shelfItem(id, folder),
    problems,
    tasks: source.success
      ? source.data.taches.map(({ titre, echeance }) => ({ title: titre, deadline: echeance ?? null }))
      : [],
    runs: hasErrors(problems) ? [] : await playAll(folder)
  };
}

function shelfItem(id: string, folder: ScenarioFolder): ShelfItem {
  const source = scenarioSchema.safeParse(folder.scenario.value);
  const problems = checkScenario(folder);
  const errors = problems.filter(({ severity }) => severity === 'erreur').length;
  return {
    id,
    title: source.success ? source.data.titre : null,
    referential: source.success ? source.data.referentiel : null,
    duration: source.success ? source.data.duree : null,
    errors,
    warnings: problems.length - errors
  };
}

/** Plays the idle candidate and every recorded run. Documents are not imported: no run opens one. */
async function playAll(folder: ScenarioFolder): Promise<ScenarioView['runs']> {
  const nothing = () => Promise.resolve(null);
  const { compiled } = await master(folder, { importers: { text: nothing, sheet: nothing }, sha256 });
  const scenario = runnable(compiled);
  const scope = scopeOf(scenarioSchema.parse(folder.scenario.value));
  const recorded = folder.runs.map(({ name, yaml }) => ({ name, run: runSchema.parse(yaml.value) }));
  return [{ name: 'sans-rien-faire', run: IDLE }, ...recorded].map(({ name, run }) => ({
    name,
    title: run.titre,
    lines: summarise(scenario, playRun(scope, scenario, run).log)
  }));
}
