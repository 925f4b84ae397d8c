import { clockPaused } from '../engine/events';
import { phaseOf } from '../engine/queries';
import type { SittingContext } from './context.server';
import { decide } from './decide.server';

const KEY = 'server-alive-at';

/** A silence longer than this is an outage; shorter ones (a restart) cost nobody anything. */
export const OUTAGE_MS = 20_000;

/** What candidates and the record read. */
export const OUTAGE_CAUSE = 'Interruption du serveur';

/** Notes that a server was working now. */
export async function noteAlive(ctx: SittingContext): Promise<void> {
  const value = String(ctx.now());
  await ctx.db.write((tx) =>
    tx
      .insertInto('settings_kv')
      .values({ key: KEY, value })
      .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
      .execute()
  );
}

/**
 * Pauses every running sitting, dated at the last sign of life, when nobody could work since: no server was alive and no
 * candidate was heard for longer than `OUTAGE_MS`. To be called before the ticker wakes anything. Returns how many.
 */
export async function pauseAfterOutage(ctx: SittingContext): Promise<number> {
  const alive = await lastSignOfLife(ctx);
  if (alive === null || ctx.now() - alive <= OUTAGE_MS) return 0;
  const rows = await ctx.db.read
    .selectFrom('sittings')
    .select('id')
    .where('next_due_at', 'is not', null)
    .execute();
  const paused = await Promise.all(rows.map(({ id }) => pauseAt(ctx, id, alive)));
  return paused.filter(Boolean).length;
}

async function pauseAt(
  ctx: SittingContext,
  id: Parameters<typeof decide>[1],
  alive: number
): Promise<boolean> {
  const decided = await decide(
    ctx,
    id,
    (draft) => {
      if (phaseOf(draft.folds.engine) !== 'running') return false;
      draft.tick();
      if (phaseOf(draft.folds.engine) === 'running')
        draft.write('system', clockPaused({ cause: OUTAGE_CAUSE }));
      return true;
    },
    { wall: alive }
  );
  return decided.result;
}

async function lastSignOfLife(ctx: SittingContext): Promise<number | null> {
  const server = await ctx.db.read
    .selectFrom('settings_kv')
    .select('value')
    .where('key', '=', KEY)
    .executeTakeFirst();
  const candidates = await ctx.db.read
    .selectFrom('sittings')
    .select((eb) => eb.fn.max('last_seen_at').as('at'))
    .where('next_due_at', 'is not', null)
    .executeTakeFirst();
  const signs = [Number(server?.value ?? 0), Number(candidates?.at ?? 0)].filter((at) => at > 0);
  return signs.length === 0 ? null : Math.max(...signs);
}
