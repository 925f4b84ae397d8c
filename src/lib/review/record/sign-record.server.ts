import { DomainError } from '../../kernel/domain-error';
import type { Account } from '../../sessions/account';
import { readCode } from '../../sessions/access-code';
import { hashCode } from '../../sessions/secrets.server';
import { countWrongTry, forgetTries, requireNoDelay } from '../../sessions/tries.server';
import type { ReviewContext } from '../context.server';
import { requireJuror } from '../copy/copies.server';
import { appendSignature, readSignatures } from '../grid/grid-store.server';
import { readRecord } from './record.server';

/**
 * Signs the session’s record, by the juror’s own access code. From the first signature on nothing of the grids changes.
 * @throws DomainError `access.*`, `login.blocked`, `record.wrong-code`, `record.not-ready` (`details.blockers`),
 *   `record.changed` (the record is no more the one that was read), `record.signed` (by me already)
 */
export async function signRecord(
  ctx: ReviewContext,
  account: Account | null,
  input: { readonly code: string; readonly digest: string; readonly address: string }
): Promise<void> {
  const juror = requireJuror(account);
  await requireNoDelay(ctx, input.address);
  const code = readCode(input.code);
  const row = await ctx.db.read
    .selectFrom('accounts')
    .select('code_hash')
    .where('id', '=', juror.id)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  if (!code || !row || hashCode(ctx.codeKey, code) !== row.code_hash) {
    await countWrongTry(ctx, input.address);
    throw new DomainError('record.wrong-code');
  }
  await forgetTries(ctx, input.address);
  const { blockers, record } = await readRecord(ctx, account, juror.session);
  if (!record) throw new DomainError('record.not-ready', `${blockers.length} copies`, { blockers });
  if (!record.jurors.some(({ id }) => id === juror.id))
    throw new DomainError('access.denied', 'no copy of this record is yours');
  if (record.digest !== input.digest) throw new DomainError('record.changed');
  const wall = ctx.now();
  await ctx.db.write(async (tx) => {
    const signatures = await readSignatures(tx, juror.session);
    if (signatures.some(({ event }) => event.d.who === juror.id)) throw new DomainError('record.signed');
    if (signatures.some(({ event }) => event.d.digest !== record.digest))
      throw new DomainError('record.changed');
    const d = { who: juror.id, name: juror.name, digest: record.digest };
    await appendSignature(tx, { session: juror.session, wall }, { type: 'record.signed', d });
  });
  ctx.db.bus.publish({ kind: 'session', session: juror.session });
}
