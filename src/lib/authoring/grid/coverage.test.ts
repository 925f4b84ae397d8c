import { describe, expect, it } from 'vitest';
import { findReferential } from '../../referential/catalogue';
import { coverageOf, criterionOrder } from './coverage';

const version = findReferential('SA-2017')!;

describe('the coverage of a grid', () => {
  it('counts what each official criterion lets observe', () => {
    const [first] = criterionOrder(version);
    const grid = {
      criteres: {
        [first!]: {
          indicateurs: [
            { id: 'a', productions: ['t/p'], preuves: [{ attendu: 'x' }, { attendu: 'y' }] },
            { id: 'b' }
          ]
        }
      }
    };
    const [competency] = coverageOf(version, grid);
    expect(competency).toMatchObject({ observed: 1, transversal: false });
    expect(competency!.criteria[0]).toMatchObject({ id: first, indicators: 2, proofs: 2, placed: 1 });
    expect(competency!.criteria[1]).toMatchObject({ indicators: 0, proofs: 0 });
  });

  it('has every competency of the title, even of an empty or broken grid', () => {
    for (const grid of [null, { criteres: 'x' }]) {
      const cover = coverageOf(version, grid);
      expect(cover.every(({ observed }) => observed === 0)).toBe(true);
      expect(cover.filter(({ transversal }) => !transversal)).toHaveLength(9);
    }
  });
});
