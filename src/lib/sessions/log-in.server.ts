import { DomainError } from '../kernel/domain-error';
import { readCode } from './access-code';
import type { Account } from './account';
import type { SessionsContext } from './context.server';
import { takeFirstAccount } from './first-account.server';
import { hashCode, hashToken } from './secrets.server';
import { blocked, countWrongTry, forgetTries, requireNoDelay } from './tries.server';

/** A login lasts a long exam day; staff enter their code again the next day. */
export const LOGIN_LIFETIME_MS = 16 * 3_600_000;

/** Precision of `logins.last_seen_at`. */
const SEEN_EVERY_MS = 5 * 60_000;

export interface Login {
  readonly account: Account;
  /** What the cookie carries: 256 random bits. Only its hash is stored. */
  readonly token: string;
  /** Personal code of the first account, to be shown once (see `first-account.server.ts`). */
  readonly newCode: string | null;
}

/**
 * Opens a login with an access code as typed.
 * @throws DomainError `login.malformed` (cannot be a code; not counted), `login.wrong-code`, `login.blocked`
 *   (`details.seconds` left, whatever the code)
 */
export async function logInWithCode(
  ctx: SessionsContext,
  input: { readonly code: string; readonly address: string }
): Promise<Login> {
  await requireNoDelay(ctx, input.address);
  const code = readCode(input.code);
  if (!code) throw new DomainError('login.malformed');
  const row = await ctx.db.read
    .selectFrom('accounts')
    .select(['id', 'role', 'name', 'session_id'])
    .where('code_hash', '=', hashCode(ctx.codeKey, code))
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  const first = row ? null : await takeFirstAccount(ctx, code);
  const account: Account | undefined = row
    ? { id: row.id, role: row.role, name: row.name, session: row.session_id }
    : first?.account;
  if (!account) {
    const delay = await countWrongTry(ctx, input.address);
    throw delay > 0 ? blocked(delay) : new DomainError('login.wrong-code');
  }
  await forgetTries(ctx, input.address);
  const token = Buffer.from(ctx.randomBytes(32)).toString('base64url');
  const now = ctx.now();
  await ctx.db.write(async (tx) => {
    await tx
      .deleteFrom('logins')
      .where('created_at', '<', now - LOGIN_LIFETIME_MS)
      .execute();
    await tx
      .insertInto('logins')
      .values({ token_hash: hashToken(token), account_id: account.id, created_at: now, last_seen_at: now })
      .execute();
  });
  return { account, token, newCode: first?.code ?? null };
}

/** Ends a login; nothing happens when it was not one. */
export async function logOut(ctx: SessionsContext, token: string): Promise<void> {
  await ctx.db.write((tx) => tx.deleteFrom('logins').where('token_hash', '=', hashToken(token)).execute());
}

/** Who holds this token; `null` when it is unknown, too old, or when the account has been revoked. */
export async function accountOfToken(ctx: SessionsContext, token: string): Promise<Account | null> {
  const hash = hashToken(token);
  const row = await ctx.db.read
    .selectFrom('logins')
    .innerJoin('accounts', 'accounts.id', 'logins.account_id')
    .select(['accounts.id', 'accounts.role', 'accounts.name', 'accounts.session_id', 'logins.last_seen_at'])
    .where('logins.token_hash', '=', hash)
    .where('logins.created_at', '>', ctx.now() - LOGIN_LIFETIME_MS)
    .where('accounts.revoked_at', 'is', null)
    .executeTakeFirst();
  if (!row) return null;
  if (ctx.now() - row.last_seen_at > SEEN_EVERY_MS)
    await ctx.db.write((tx) =>
      tx.updateTable('logins').set({ last_seen_at: ctx.now() }).where('token_hash', '=', hash).execute()
    );
  return { id: row.id, role: row.role, name: row.name, session: row.session_id };
}
