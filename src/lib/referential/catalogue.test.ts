import { describe, expect, it } from 'vitest';
import { findReferential } from './catalogue';
import { competenciesOf, findCriterion } from './referential';

describe('SA 2017', () => {
  const version = findReferential('SA-2017')!;

  it('has two activities, nine competencies and 45 criteria, plus 3 transversal competencies and 8 criteria', () => {
    const professional = version.activities.flatMap((activity) => activity.competencies);
    expect(version.activities).toHaveLength(2);
    expect(professional.map((competency) => competency.criteria.length)).toEqual([5, 5, 4, 5, 5, 5, 6, 5, 5]);
    expect(version.transversal.map((competency) => competency.criteria.length)).toEqual([3, 2, 3]);
    expect(competenciesOf(version)).toHaveLength(12);
  });

  it('keeps the official wording', () => {
    expect(findCriterion(version, 'CP7.3')?.criterion.wording).toBe(
      'Le niveau de délégation accordé est respecté'
    );
    expect(findCriterion(version, 'CP8.3')?.criterion.wording).toBe(
      "L'organisation des données facilite la lecture du tableau"
    );
    expect(findCriterion(version, 'CP7.9')).toBeNull();
  });

  it('invents no duration', () => {
    expect(version.examParts).toBeNull();
  });
});
