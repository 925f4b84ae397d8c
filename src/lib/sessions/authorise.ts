import { DomainError } from '../kernel/domain-error';
import type { SessionId } from '../kernel/ids';
import type { Account, Role } from './account';

/**
 * Lets only these roles pass.
 * @throws DomainError `access.signed-out` (nobody), `access.denied` (another role)
 */
export function requireRole(account: Account | null, ...roles: readonly Role[]): Account {
  if (!account) throw new DomainError('access.signed-out');
  if (!roles.includes(account.role))
    throw new DomainError('access.denied', `${account.role} may not do this`);
  return account;
}

/**
 * Lets pass these roles when they belong to the session; a head without a session answers for the whole centre.
 * @throws DomainError `access.signed-out`, `access.denied`
 */
export function requireInSession(
  account: Account | null,
  session: SessionId,
  ...roles: readonly Role[]
): Account {
  const allowed = requireRole(account, ...roles);
  const wholeCentre = allowed.role === 'head' && allowed.session === null;
  if (!wholeCentre && allowed.session !== session)
    throw new DomainError('access.denied', 'another session than yours');
  return allowed;
}
