import { describe, expect, it } from 'vitest';
import type { AccountId, SittingId } from '../../kernel/ids';
import { distribute, type CopyToGive } from './distribution';

const jurors = (names: string) => [...names] as AccountId[];
const copy = (sitting: string, held = '', recused = ''): CopyToGive => ({
  sitting: sitting as SittingId,
  held: jurors(held),
  recused: new Set(jurors(recused))
});
const given = (names: string, copies: readonly CopyToGive[]) =>
  [...distribute(jurors(names), copies).values()].map((pair) => pair.join(''));

describe('the distribution of copies among jurors', () => {
  it('gives every copy to the only pair', () => {
    expect(given('ab', [copy('1'), copy('2')])).toEqual(['ab', 'ab']);
  });

  it('alternates whole pairs, in the order of registration', () => {
    expect(given('abcd', [copy('1'), copy('2'), copy('3')])).toEqual(['ab', 'cd', 'ab']);
  });

  it('shares the work of an odd number evenly', () => {
    expect(given('abc', [copy('1'), copy('2'), copy('3')])).toEqual(['ab', 'ac', 'bc']);
  });

  it('never gives a copy to a juror who is recused', () => {
    expect(given('abc', [copy('1', '', 'a'), copy('2')])).toEqual(['bc', 'ab']);
  });

  it('keeps who is settled on, and completes the pair with the juror who has the fewest copies', () => {
    expect(given('abc', [copy('1', 'c'), copy('2', 'ca')])).toEqual(['cb', 'ca']);
  });

  it('leaves a copy short rather than give it to whoever may not have it', () => {
    expect(given('ab', [copy('1', '', 'b')])).toEqual(['a']);
  });
});
