import { DomainError } from '../kernel/domain-error';
import type { AccountId, SessionId } from '../kernel/ids';
import { codeFromBytes, showCode } from './access-code';
import type { Account, Role } from './account';
import { requireInSession } from './authorise';
import type { SessionsContext } from './context.server';
import { hashCode } from './secrets.server';

/** A line of the sheet of codes. */
export interface IssuedCode {
  readonly account: AccountId;
  readonly role: Role;
  readonly name: string;
  /** Candidate's number and post; `null` for staff. */
  readonly number: string | null;
  readonly post: string | null;
  /** Grouped for reading. */
  readonly code: string;
}

/**
 * Draws new codes for everybody in a session (or for the given accounts) and returns them, for printing: only their
 * hashes are kept, so earlier codes stop working and these can never be shown again. Open logins stay open.
 * @throws DomainError `access.*`, `session.demo-codes` (those of the demonstration are on the console, and stay)
 */
export async function issueCodes(
  ctx: SessionsContext,
  actor: Account | null,
  session: SessionId,
  only: readonly AccountId[] | null = null
): Promise<readonly IssuedCode[]> {
  requireInSession(actor, session, 'head');
  const row = await ctx.db.read
    .selectFrom('sessions')
    .select('demo')
    .where('id', '=', session)
    .executeTakeFirst();
  if (row?.demo) throw new DomainError('session.demo-codes');
  const people = await ctx.db.read
    .selectFrom('accounts')
    .leftJoin('candidates', 'candidates.id', 'accounts.id')
    .select(['accounts.id', 'accounts.role', 'accounts.name', 'candidates.number', 'candidates.post'])
    .where('accounts.session_id', '=', session)
    .where('accounts.revoked_at', 'is', null)
    .orderBy('accounts.role')
    .orderBy('candidates.number')
    .orderBy('accounts.created_at')
    .execute();
  const chosen = only ? people.filter(({ id }) => only.includes(id)) : people;
  const issued = chosen.map((person) => ({ ...person, code: codeFromBytes(ctx.randomBytes(16)) }));
  await ctx.db.write(async (tx) => {
    for (const { id, code } of issued) {
      const code_hash = hashCode(ctx.codeKey, code);
      await tx.updateTable('accounts').set({ code_hash }).where('id', '=', id).execute();
    }
  });
  return issued.map(({ id, role, name, number, post, code }) => ({
    account: id,
    role,
    name,
    number,
    post,
    code: showCode(code)
  }));
}

/**
 * Takes an access away at once: the code stops working and open logins end. The log of a sitting stays.
 * @throws DomainError `access.*`, `session.unknown-account`
 */
export async function revokeAccess(
  ctx: SessionsContext,
  actor: Account | null,
  session: SessionId,
  account: AccountId
): Promise<void> {
  requireInSession(actor, session, 'head');
  await ctx.db.write(async (tx) => {
    const result = await tx
      .updateTable('accounts')
      .set({ revoked_at: ctx.now() })
      .where('id', '=', account)
      .where('session_id', '=', session)
      .executeTakeFirst();
    if (result.numUpdatedRows === 0n) throw new DomainError('session.unknown-account');
    await tx.deleteFrom('logins').where('account_id', '=', account).execute();
  });
  ctx.db.bus.publish({ kind: 'session', session });
}
