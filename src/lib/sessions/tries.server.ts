import { DomainError } from '../kernel/domain-error';
import type { SessionsContext } from './context.server';
import { FORGET_AFTER_MS, loginDelayMs } from './login-delay';

const doors = (address: string) => [
  ['address', `address:${address}`] as const,
  ['server', 'server'] as const
];

/**
 * Refuses while a delay runs for this address or for the server.
 * @throws DomainError `login.blocked` with `details.seconds` left
 */
export async function requireNoDelay(ctx: SessionsContext, address: string): Promise<void> {
  const rows = await ctx.db.read
    .selectFrom('login_tries')
    .select('blocked_until')
    .where(
      'key',
      'in',
      doors(address).map(([, key]) => key)
    )
    .execute();
  const left = Math.max(0, ...rows.map((row) => (row.blocked_until ?? 0) - ctx.now()));
  if (left > 0) throw blocked(left);
}

/** Counts a wrong try and says how long (ms) the door is shut now. `blocked_until` is also the date of the last try. */
export async function countWrongTry(ctx: SessionsContext, address: string): Promise<number> {
  return ctx.db.write(async (tx) => {
    let longest = 0;
    for (const [door, key] of doors(address)) {
      const row = await tx.selectFrom('login_tries').selectAll().where('key', '=', key).executeTakeFirst();
      const fresh = row && ctx.now() - (row.blocked_until ?? 0) < FORGET_AFTER_MS;
      const failures = (fresh ? row.failures : 0) + 1;
      const delay = loginDelayMs(door, failures);
      longest = Math.max(longest, delay);
      const values = { failures, blocked_until: ctx.now() + delay };
      await tx
        .insertInto('login_tries')
        .values({ key, ...values })
        .onConflict((conflict) => conflict.column('key').doUpdateSet(values))
        .execute();
    }
    return longest;
  });
}

/** A right code clears its address, so that a room behind one address is not slowed by its typing errors. */
export async function forgetTries(ctx: SessionsContext, address: string): Promise<void> {
  await ctx.db.write((tx) => tx.deleteFrom('login_tries').where('key', '=', `address:${address}`).execute());
}

/** The refusal while a delay of `ms` runs. */
export const blocked = (ms: number): DomainError =>
  new DomainError('login.blocked', 'too many wrong codes', { seconds: Math.ceil(ms / 1000) });
