import { findReferential } from '../../referential/catalogue';
import type { Indicator, JuryPackage } from '../../scenario/jury';

/** The correction grid of a scenario: official criteria, verbatim, by activity (CCP) then competency; transversal last, once. */
export interface Grid {
  readonly sections: readonly GridSection[];
  /** Every criterion to fill, in the order of the screen. */
  readonly criteria: readonly GridCriterion[];
}
export interface GridSection {
  /** `CCP1`, or `CT` for the transversal competencies. */
  readonly id: string;
  readonly title: string;
  readonly competencies: readonly GridCompetency[];
}
export interface GridCompetency {
  readonly id: string;
  readonly title: string;
  readonly criteria: readonly GridCriterion[];
}
export interface GridCriterion {
  /** `CP7.3`. */
  readonly id: string;
  readonly competency: string;
  readonly wording: string;
  readonly indicators: readonly Indicator[];
}

/** The grid that the jury package asks for; competencies keep the referential’s order and wording. */
export function gridOf(jury: JuryPackage): Grid {
  const version = findReferential(jury.referential);
  const competencies = jury.competencies.map((competency) => ({
    id: competency.id,
    title: competency.title,
    criteria: competency.criteria.map((criterion) => ({ ...criterion, competency: competency.id }))
  }));
  const pick = (ids: ReadonlySet<string>) => competencies.filter(({ id }) => ids.has(id));
  const idsOf = (list: readonly { readonly id: string }[]) => new Set(list.map(({ id }) => id));
  const sections = [
    ...(version?.activities ?? []).map((activity) => ({
      id: activity.id,
      title: activity.title,
      competencies: pick(idsOf(activity.competencies))
    })),
    { id: 'CT', title: 'Compétences transversales', competencies: pick(idsOf(version?.transversal ?? [])) }
  ].filter((section) => section.competencies.length > 0);
  return {
    sections,
    criteria: sections.flatMap((section) => section.competencies.flatMap(({ criteria }) => criteria))
  };
}
