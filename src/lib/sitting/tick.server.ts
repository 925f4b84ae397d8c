import type { SittingContext } from './context.server';
import { decide } from './decide.server';

const AT_ONCE = 50;

/** Fires what has come due in every sitting that the store hands to this node. Returns how many sittings were woken. */
export async function tick(ctx: SittingContext): Promise<number> {
  const due = await ctx.db.log.claimDue(ctx.now(), AT_ONCE);
  await Promise.all(due.map((id) => decide(ctx, id, (draft) => draft.tick(), { always: true })));
  return due.length;
}

/** Writes the signs of life gathered since the last time, all together. */
export async function writePresence(ctx: SittingContext): Promise<void> {
  if (ctx.seen.size === 0) return;
  const seen = [...ctx.seen];
  ctx.seen.clear();
  await ctx.db.write(async (tx) => {
    for (const [id, wall] of seen)
      await tx.updateTable('sittings').set({ last_seen_at: wall }).where('id', '=', id).execute();
  });
}
