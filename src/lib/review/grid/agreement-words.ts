import { plural } from '../../kernel/format-fr';

/** How two grids compare, in a sentence: on how many criteria they differ, and how many they share. */
export function comparisonWords(criteria: number, differences: number): string {
  if (differences === 0)
    return `Les deux jurés ont les mêmes appréciations sur ${criteria === 1 ? 'le seul critère' : `les ${plural(criteria, 'critère')}`}.`;
  const same = criteria - differences;
  if (same === 0) return `Appréciations différentes sur tous les critères (${differences}).`;
  const others = same === 1 ? 'l’autre est la même' : `les ${same} autres sont les mêmes`;
  return `Appréciations différentes sur ${plural(differences, 'critère')}\u00a0; ${others}.`;
}
