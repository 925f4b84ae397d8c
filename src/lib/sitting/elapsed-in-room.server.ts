import { examTime } from '../engine/clock';
import type { SessionId } from '../kernel/ids';
import type { SittingContext } from './context.server';
import { loadSitting } from './load-sitting.server';

/** Exam time of whoever is furthest on, at the ordinary rate: what a latecomer has missed. 0 before the start. */
export async function elapsedInRoom(ctx: SittingContext, session: SessionId): Promise<number> {
  const rows = await ctx.db.read
    .selectFrom('sittings')
    .select('id')
    .where('session_id', '=', session)
    .where('status', 'in', ['running', 'paused', 'over', 'sealed'])
    .execute();
  const elapsed = await Promise.all(
    rows.map(async ({ id }) => {
      const { clock } = (await loadSitting(ctx, id)).engine;
      return Math.floor((examTime(clock, ctx.now()) * clock.rate.den) / clock.rate.num);
    })
  );
  return Math.max(0, ...elapsed);
}
