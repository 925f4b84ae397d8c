import { idFromBytes, type AccountId } from '../kernel/ids';
import { codeFromBytes, showCode } from './access-code';
import type { Account } from './account';
import type { SessionsContext } from './context.server';
import { hashCode } from './secrets.server';

const KEY = 'first-account-code';

/**
 * The one-time code that makes the first account of a centre, to be printed on the console at start; a new one at each
 * start until it has served. `null` once somebody has an account.
 */
export async function firstAccountCode(ctx: SessionsContext): Promise<string | null> {
  const code = codeFromBytes(ctx.randomBytes(16));
  const value = hashCode(ctx.codeKey, code);
  return ctx.db.write(async (tx) => {
    if (await tx.selectFrom('accounts').select('id').limit(1).executeTakeFirst()) return null;
    await tx
      .insertInto('settings_kv')
      .values({ key: KEY, value })
      .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
      .execute();
    return showCode(code);
  });
}

/**
 * Makes the session head's account when `code` is the one-time code, which is used up; `null` when it is not.
 * `code` of the result is the personal code from now on, grouped for reading.
 */
export async function takeFirstAccount(
  ctx: SessionsContext,
  code: string
): Promise<{ account: Account; code: string } | null> {
  const personal = codeFromBytes(ctx.randomBytes(16));
  const id = idFromBytes(ctx.randomBytes(16)) as AccountId;
  return ctx.db.write(async (tx) => {
    const used = await tx
      .deleteFrom('settings_kv')
      .where('key', '=', KEY)
      .where('value', '=', hashCode(ctx.codeKey, code))
      .executeTakeFirst();
    if (used.numDeletedRows === 0n) return null;
    const account: Account = { id, role: 'head', name: 'Responsable de session', session: null };
    await tx
      .insertInto('accounts')
      .values({
        id,
        role: account.role,
        name: account.name,
        session_id: null,
        code_hash: hashCode(ctx.codeKey, personal),
        created_at: ctx.now(),
        revoked_at: null
      })
      .execute();
    return { account, code: showCode(personal) };
  });
}
