import type { EntryWithFacts } from '../../scenario/evidence';
import { hundredths } from '../../scenario/compile-values';
import type { ScenarioSource } from '../../scenario/format';

/** An amount that a good answer has, with when a document of that total was validated. Cents. */
export interface ExpectedAmount {
  readonly key: string;
  /** The work or the event that expects it, by its title. */
  readonly task: string;
  readonly totalCents: number;
  /** Exam ms; `null` while nobody has validated it. */
  readonly atMs: number | null;
}
/** A sales document that was validated, whatever its amount. Cents. */
export interface FoundAmount {
  readonly key: string;
  /** « avoir », « devis »… */
  readonly type: string;
  readonly totalCents: number;
  readonly atMs: number;
  readonly expected: boolean;
}

/** The amounts that works and events expect, and those of the documents validated so far. */
export function amountsOf(
  source: ScenarioSource,
  entries: readonly EntryWithFacts[]
): { readonly expected: readonly ExpectedAmount[]; readonly found: readonly FoundAmount[] } {
  const wanted = [...source.taches, ...source.deroule].flatMap((owner) =>
    (owner.montants ?? []).map(({ id, total }) => ({
      key: `${owner.id}/${id}`,
      task: owner.titre ?? owner.id,
      totalCents: hundredths(total)
    }))
  );
  const validated = entries.flatMap(({ n, t, facts }) =>
    facts
      .filter(({ fait, total }) => fait === 'piece.validee' && typeof total === 'number')
      .map(({ type, total }, at) => ({
        key: `${n}.${at}`,
        type: String(type),
        totalCents: Number(total),
        atMs: t
      }))
  );
  return {
    expected: wanted.map((amount) => ({
      ...amount,
      atMs: validated.find(({ totalCents }) => totalCents === amount.totalCents)?.atMs ?? null
    })),
    found: validated.map((amount) => ({
      ...amount,
      expected: wanted.some(({ totalCents }) => totalCents === amount.totalCents)
    }))
  };
}
