import { findReferential } from '../referential/catalogue';
import { competenciesOf, findCriterion } from '../referential/referential';
import { checkFactStep } from './check-facts';
import type { Names } from './check-names';
import type { GridSource } from './format-grid';
import type { RunSource } from './format-run';
import { examMs } from './compile-values';
import type { YamlSource } from './yaml-source';

/** The grid: official criteria, productions, expectations and evidence that exist. */
export function checkGrid(names: Names, grid: GridSource, yaml: YamlSource): void {
  const version = findReferential(names.source.referentiel);
  names.known(
    ['referentiel'],
    'nom.referentiel',
    'Le référentiel du scénario,',
    grid.referentiel,
    [names.source.referentiel],
    yaml
  );
  if (!version) return;
  const competencies = competenciesOf(version);
  for (const [id, criterion] of Object.entries(grid.criteres)) {
    const path = ['criteres', id];
    if (!findCriterion(version, id)) {
      const competency = competencies.find((candidate) => candidate.id === id.split('.')[0]);
      const [code, message, fix] = competency
        ? [
            'nom.critere',
            `Le critère « ${id} » n’existe pas dans ${version.id}.`,
            `« ${competency.title} » a ${competency.criteria.length} critères, de ${competency.id}.1 à ${competency.criteria.at(-1)?.id}.`
          ]
        : [
            'nom.competence',
            `La compétence de « ${id} » n’existe pas dans ${version.id}.`,
            `Compétences : ${competencies.map((candidate) => candidate.id).join(', ')}.`
          ];
      names.report.at(yaml, path, code!, message!, fix!, { key: true });
    }
    const seen = new Set<string>();
    criterion.indicateurs.forEach((indicator, index) => {
      const at = [...path, 'indicateurs', index];
      if (seen.has(indicator.id))
        names.report.at(
          yaml,
          [...at, 'id'],
          'nom.double',
          `L’indicateur « ${indicator.id} » est déclaré deux fois.`,
          'Donnez un autre identifiant à l’un des deux.'
        );
      seen.add(indicator.id);
      (indicator.productions ?? []).forEach((reference, place) => {
        const [task = '', production] = reference.split('/');
        const where = [...at, 'productions', place];
        if (names.known(where, 'nom.tache', 'La tâche', task, [...names.tasks.keys()], yaml))
          names.known(
            where,
            'nom.production',
            'La production',
            production,
            names.tasks.get(task)!.productions.map(({ id: known }) => known),
            yaml
          );
      });
      (indicator.preuves ?? []).forEach((proof, place) => {
        const where = [...at, 'preuves', place];
        if ('attendu' in proof)
          names.known(
            [...where, 'attendu'],
            'nom.attendu',
            'L’attendu',
            proof.attendu,
            names.expectations,
            yaml
          );
        else names.evidence(where, proof, yaml);
      });
    });
  }
}

/** A recorded run: events that exist, steps in the order of time and before the end. */
export function checkRun(names: Names, run: RunSource, yaml: YamlSource): void {
  let last = 0;
  run.etapes.forEach((step, index) => {
    const path = ['etapes', index];
    names.known(
      [...path, 'evenement'],
      'nom.evenement',
      'L’événement',
      step.evenement,
      [...names.events.keys()],
      yaml
    );
    if ((step.fait === undefined) === (step.surveillant === undefined))
      names.report.at(
        yaml,
        path,
        'parcours.etape',
        'Une étape est un fait du candidat ou un geste du surveillant.',
        'Gardez un seul de « fait » et « surveillant ».'
      );
    const at = examMs(step.heure);
    if (at < last || at > examMs(names.source.duree))
      names.report.at(
        yaml,
        [...path, 'heure'],
        'parcours.heure',
        `L’étape de ${step.heure} n’est pas à sa place.`,
        'Rangez les étapes dans l’ordre, avant la fin de l’épreuve.'
      );
    // Each step against the one before it: one that is far too late does not accuse all that follow.
    if (at <= examMs(names.source.duree)) last = at;
    checkFactStep(names, path, step, yaml);
  });
}
