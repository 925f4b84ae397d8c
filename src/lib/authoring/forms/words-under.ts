import type { Problem } from '../../scenario/problem';

/** What stands under a field: an error of the checker's with its way out, a warning in the place of the hint, or the hint. */
export function wordsUnder(
  problem: Problem | undefined,
  hint: string | undefined
): { readonly error?: string; readonly hint?: string } {
  if (!problem) return hint === undefined ? {} : { hint };
  const words = `${problem.message} ${problem.fix}`;
  return problem.severity === 'erreur' ? { error: words } : { hint: words };
}
