import type { SittingId } from '../kernel/ids';
import type { CompiledScenario } from '../scenario/compiled';
import type { SittingContext } from '../sitting/context.server';
import { JOURNAL_TYPES, lineOf, type JournalEntry, type JournalLine, type JournalNames } from './journal';

interface Kept {
  /** Last entry that has been looked at. */
  n: number;
  lines: readonly JournalLine[];
}

/** Journals already read, so that a look at the room reads only what is new. Rebuilt from the logs at any time. */
const kept = new WeakMap<SittingContext['cache'], Map<SittingId, Kept>>();

/** The facts of a sitting up to entry `n`, oldest first. */
export async function journalOf(
  ctx: SittingContext,
  sitting: SittingId,
  n: number,
  scenario: CompiledScenario
): Promise<readonly JournalLine[]> {
  const journals = kept.get(ctx.cache) ?? new Map<SittingId, Kept>();
  kept.set(ctx.cache, journals);
  const known = journals.get(sitting) ?? { n: 0, lines: [] };
  if (known.n >= n) return known.lines;
  const rows = await ctx.db.read
    .selectFrom('entries')
    .select(['n', 't', 'wall', 'author', 'type', 'v', 'd'])
    .where('sitting_id', '=', sitting)
    .where('n', '>', known.n)
    .where('n', '<=', n)
    .where('type', 'in', JOURNAL_TYPES)
    .orderBy('n')
    .execute();
  const names = namesOf(scenario);
  const fresh = rows.flatMap((row) => {
    const entry: JournalEntry = {
      n: Number(row.n),
      t: Number(row.t),
      wall: Number(row.wall),
      by: row.author,
      type: row.type,
      v: row.v,
      d: JSON.parse(row.d) as unknown
    };
    return lineOf(entry, names) ?? [];
  });
  const lines = [...known.lines, ...fresh];
  journals.set(sitting, { n, lines });
  return lines;
}

/** Titles of a scenario's events and deliverables. */
export const namesOf = (scenario: CompiledScenario): JournalNames => ({
  beat: (id) => scenario.beats.find((beat) => beat.id === id)?.title ?? id,
  production: (task, production) =>
    scenario.tasks.find(({ id }) => id === task)?.productions.find(({ id }) => id === production)?.title ??
    production
});
