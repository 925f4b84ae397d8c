import type { AccountId, SittingId } from '../../kernel/ids';

/** Jurors that a copy needs. */
export const JURORS_PER_COPY = 2;

/** A copy, as its distribution sees it. */
export interface CopyToGive {
  readonly sitting: SittingId;
  /** Jurors already settled on, in their places; those gone or recused since have to be left out by the caller. */
  readonly held: readonly AccountId[];
  /** Jurors who may not correct it. */
  readonly recused: ReadonlySet<AccountId>;
}

/**
 * Completes every copy to two jurors: those with the fewest copies first, then by their order of registration, and never
 * one who is recused. A copy for which too few are left gets fewer.
 * @param jurors in the order of their registration
 * @param copies in the order of their numbers
 */
export function distribute(
  jurors: readonly AccountId[],
  copies: readonly CopyToGive[]
): ReadonlyMap<SittingId, readonly AccountId[]> {
  const load = new Map(jurors.map((juror) => [juror, 0]));
  const give = (juror: AccountId) => load.set(juror, (load.get(juror) ?? 0) + 1);
  for (const { held } of copies) held.forEach(give);
  return new Map(
    copies.map(({ sitting, held, recused }) => {
      const free = jurors
        .filter((juror) => !held.includes(juror) && !recused.has(juror))
        .toSorted((a, b) => load.get(a)! - load.get(b)!)
        .slice(0, Math.max(0, JURORS_PER_COPY - held.length));
      free.forEach(give);
      // A pair newly made keeps the order of registration; whoever completes one comes second.
      const added = held.length > 0 ? free : jurors.filter((juror) => free.includes(juror));
      return [sitting, [...held, ...added]];
    })
  );
}
