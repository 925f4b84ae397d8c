import { findReferential } from '../referential/catalogue';
import { competenciesOf } from '../referential/referential';
import type { Names } from './check-names';
import type { GridSource } from './format-grid';
import type { YamlSource } from './yaml-source';

/** A criterion that nothing lets observe, and a task that no criterion looks at. Warnings: the jury may still judge by eye. */
export function checkCoverage(names: Names, grid: GridSource, yaml: YamlSource): void {
  checkAbsent(names, grid, yaml);
  const looked = new Set<string>();
  for (const [id, criterion] of Object.entries(grid.criteres)) {
    const observed = criterion.indicateurs.some(
      ({ productions = [], preuves = [] }) => productions.length + preuves.length > 0
    );
    if (!observed)
      names.report.at(
        yaml,
        ['criteres', id],
        'critere.sans-preuve',
        `Rien ne permet d’observer le critère « ${id} » : aucun indicateur ne cite de production ni de constat.`,
        'Ajoutez « productions » ou « preuves » à l’un de ses indicateurs.',
        { key: true, severity: 'avertissement' }
      );
    for (const { productions = [], preuves = [] } of criterion.indicateurs) {
      for (const reference of productions) looked.add(reference.split('/')[0]!);
      for (const proof of preuves) {
        if ('attendu' in proof) {
          const owner = names.source.taches.find((task) =>
            task.attendus?.some((expectation) => expectation.id === proof.attendu)
          );
          if (owner) looked.add(owner.id);
        } else if (proof.tache !== undefined) looked.add(proof.tache);
      }
    }
  }
  names.source.taches.forEach((task, index) => {
    if (!looked.has(task.id))
      names.report.at(
        names.yaml,
        ['taches', index, 'id'],
        'tache.sans-critere',
        `Aucun critère de la grille ne regarde la tâche « ${task.id} ».`,
        'Citez-la dans « productions » d’un indicateur de grille.yaml.',
        { severity: 'avertissement' }
      );
  });
}

/** Official criteria that the grid leaves out, unless it says that it does: the jury would have nowhere to mark them. */
function checkAbsent(names: Names, grid: GridSource, yaml: YamlSource): void {
  const version = findReferential(names.source.referentiel);
  if (!version || grid.partielle) return;
  const absent = competenciesOf(version)
    .flatMap(({ criteria }) => criteria.map(({ id }) => id))
    .filter((id) => !(id in grid.criteres));
  if (absent.length === 0) return;
  names.report.at(
    yaml,
    ['criteres'],
    'critere.absent',
    `La grille n’a pas ${absent.length === 1 ? 'ce critère officiel' : 'ces critères officiels'} : ${absent.join(', ')}.`,
    'Ajoutez-les avec leurs indicateurs, ou écrivez « partielle: true » en tête de la grille si c’est voulu.',
    { key: true, severity: 'avertissement' }
  );
}
