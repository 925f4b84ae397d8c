import { describe, expect, it } from 'vitest';
import { draftOf } from '../../../../tests/builders/written-scenario';
import type { Problem } from '../../scenario/problem';
import { SCENARIO } from '../document/draft.svelte';
import { problemsIn, worstOf } from './problems';

const problem = (line: number, severity: Problem['severity'] = 'erreur', file = SCENARIO): Problem => ({
  code: 'x',
  severity,
  file,
  line,
  column: 1,
  message: `ligne ${line}`,
  fix: ''
});

describe('what the checker says of a part', () => {
  const yaml = draftOf().yaml(SCENARIO);
  const lineOf = (words: string) =>
    1 +
    draftOf()
      .files[SCENARIO]!.split('\n')
      .findIndex((line) => line.includes(words));

  it('is what stands on its lines, and no other file’s', () => {
    const all = [
      problem(lineOf('aubry:')),
      problem(lineOf('id: jar')),
      problem(lineOf('aubry:'), 'erreur', 'grille.yaml')
    ];
    expect(problemsIn(yaml, all, [['personnes']])).toEqual([all[0]]);
    expect(problemsIn(yaml, all, [['personnes', 'claire']])).toEqual([]);
    expect(problemsIn(yaml, all, [['decor', 'commandes', 'articles', 0]])).toEqual([all[1]]);
    expect(problemsIn(yaml, all, [['decor', 'plis']])).toEqual([]);
  });

  it('reaches the end of the file for what is last', () => {
    const last = problem(lineOf('id: appel'));
    expect(problemsIn(yaml, [last], [['deroule', 0]])).toEqual([last]);
  });

  it('is marked by its gravest', () => {
    expect(worstOf([problem(1, 'avertissement'), problem(2)])).toBe('erreur');
    expect(worstOf([problem(1, 'avertissement')])).toBe('avertissement');
    expect(worstOf([])).toBeNull();
  });
});
