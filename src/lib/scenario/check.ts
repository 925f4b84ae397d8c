import { checkAmounts } from './check-amounts';
import { checkCoverage } from './check-coverage';
import { checkDates } from './check-dates';
import { checkDecor } from './check-decor';
import { checkIdentities } from './check-identities';
import { checkGrid, checkRun } from './check-grid';
import { Names } from './check-names';
import { parseChecked } from './check-schema';
import { checkPace } from './check-pace';
import { checkPatterns } from './check-patterns';
import { checkScript } from './check-script';
import { checkSizes } from './check-size';
import { checkStates } from './check-states';
import { scenarioSchema } from './format';
import { gridSchema } from './format-grid';
import { runSchema } from './format-run';
import { Report, type Problem } from './problem';
import type { ScenarioFolder } from './source';

/**
 * Everything wrong with a scenario, in the order of its files and lines. Pure. Without an error (warnings may remain),
 * `master` succeeds, and for every branch of a dialogue an answer is known that takes it.
 */
export function checkScenario(folder: ScenarioFolder): readonly Problem[] {
  const report = new Report();
  const source = parseChecked(folder.scenario, scenarioSchema, report);
  const grid = folder.grid ? parseChecked(folder.grid, gridSchema, report) : null;
  const runs = folder.runs.map(({ yaml }) => ({ yaml, run: parseChecked(yaml, runSchema, report) }));
  if (!folder.grid)
    report.on(
      'grille.yaml',
      { line: 1, column: 1 },
      'grille.absente',
      'Le scénario n’a pas de grille.',
      'Écrivez grille.yaml : les indicateurs de chaque critère observé.',
      'avertissement'
    );
  const names = source && new Names(source, folder.scenario, report, folder.pieces);
  if (names && checkSizes(names)) {
    if (names.source.scenario !== folder.name)
      report.at(
        folder.scenario,
        ['scenario'],
        'nom.dossier-scenario',
        `Le scénario « ${source.scenario} » est dans le dossier « ${folder.name} ».`,
        'Donnez le même nom aux deux.'
      );
    checkDecor(names);
    checkIdentities(names);
    checkScript(names);
    checkPace(names);
    checkAmounts(names, grid, folder.grid);
    checkPatterns(names, names.source, folder.scenario);
    checkDates(report, names.source, folder.scenario);
    if (grid && folder.grid) checkDates(report, grid, folder.grid);
    for (const { yaml, run } of runs) if (run) checkDates(report, run, yaml);
    if (grid && folder.grid) {
      checkPatterns(names, grid, folder.grid);
      checkGrid(names, grid, folder.grid);
      checkCoverage(names, grid, folder.grid);
    }
    for (const { yaml, run } of runs) if (run) checkRun(names, run, yaml);
    for (const name of folder.pieces.keys())
      if (!names.usedPieces.has(name))
        report.on(
          `pieces/${name}`,
          { line: 1, column: 1 },
          'piece.inutile',
          `Le fichier pieces/${name} ne sert nulle part.`,
          'Utilisez-le ou retirez-le.',
          'avertissement'
        );
    if (!hasErrors(report.problems)) checkStates(names, grid, folder.grid);
  }
  return report.problems.toSorted(
    (a, b) => a.file.localeCompare(b.file) || a.line - b.line || a.column - b.column
  );
}

/** Whether any of the problems forbids mastering. */
export const hasErrors = (problems: readonly Problem[]): boolean =>
  problems.some((problem) => problem.severity === 'erreur');
