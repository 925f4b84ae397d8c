import { competenciesOf, type ReferentialVersion } from '../../referential/referential';
import { listIn, mapIn, valueAt } from '../document/loose';

/** A criterion of the title, with what the grid lets observe of it. */
export interface CriterionCover {
  readonly id: string;
  /** Official, verbatim. */
  readonly wording: string;
  readonly indicators: number;
  /** Findings that the software looks for, over its indicators. */
  readonly proofs: number;
  /** Indicators that say where to look. */
  readonly placed: number;
}

export interface CompetencyCover {
  readonly id: string;
  readonly title: string;
  readonly transversal: boolean;
  readonly criteria: readonly CriterionCover[];
  /** Criteria with at least one indicator. */
  readonly observed: number;
}

/** Every competency of a title with what a grid observes of it. `grid` is `grille.yaml` as data, whatever its state. */
export function coverageOf(version: ReferentialVersion, grid: unknown): readonly CompetencyCover[] {
  const transversal = new Set(version.transversal.map(({ id }) => id));
  return competenciesOf(version).map(({ id, title, criteria }) => {
    const covered = criteria.map((criterion): CriterionCover => {
      const indicators = listIn(valueAt(grid, ['criteres', criterion.id, 'indicateurs'])).map(mapIn);
      return {
        id: criterion.id,
        wording: criterion.wording,
        indicators: indicators.length,
        proofs: indicators.reduce((sum, { preuves }) => sum + listIn(preuves).length, 0),
        placed: indicators.filter(({ productions }) => listIn(productions).length > 0).length
      };
    });
    return {
      id,
      title,
      transversal: transversal.has(id),
      criteria: covered,
      observed: covered.filter(({ indicators }) => indicators > 0).length
    };
  });
}

/** Identifiers of the criteria in the official order: the order of `grille.yaml`. */
export const criterionOrder = (version: ReferentialVersion): readonly string[] =>
  competenciesOf(version).flatMap(({ criteria }) => criteria.map(({ id }) => id));
