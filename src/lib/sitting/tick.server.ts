import { sql } from 'kysely';
import type { SittingContext } from './context.server';
import { decide } from './decide.server';

const AT_ONCE = 50;

/** Fires what has come due in every sitting that the store hands to this node. Returns how many sittings were woken. */
export async function tick(ctx: SittingContext): Promise<number> {
  const due = await ctx.db.log.claimDue(ctx.now(), AT_ONCE);
  await Promise.all(due.map((id) => decide(ctx, id, (draft) => draft.tick(), { always: true })));
  return due.length;
}

/** Signs of life in one statement. */
const PRESENCE_AT_ONCE = 500;

/**
 * Writes the signs of life gathered since the last time, all together: one statement for many, since whoever writes holds
 * up every append meanwhile.
 */
export async function writePresence(ctx: SittingContext): Promise<void> {
  if (ctx.seen.size === 0) return;
  const seen = [...ctx.seen];
  ctx.seen.clear();
  await ctx.db.write(async (tx) => {
    for (let from = 0; from < seen.length; from += PRESENCE_AT_ONCE) {
      const some = seen.slice(from, from + PRESENCE_AT_ONCE);
      const cases = some.map(([id, wall]) => sql`when ${id} then cast(${wall} as bigint)`);
      await tx
        .updateTable('sittings')
        .set({ last_seen_at: sql<number>`case id ${sql.join(cases, sql` `)} end` })
        .where(
          'id',
          'in',
          some.map(([id]) => id)
        )
        .execute();
    }
  });
}
