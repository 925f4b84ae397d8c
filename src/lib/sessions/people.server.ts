import type { Transaction } from 'kysely';
import * as v from 'valibot';
import { DomainError } from '../kernel/domain-error';
import { idFromBytes, type AccountId, type SessionId, type SittingId } from '../kernel/ids';
import { FIRST_PREV } from '../log/entry';
import type { Schema } from '../server/db/schema';
import { codeFromBytes, showCode } from './access-code';
import type { Account, Role } from './account';
import { requireInSession } from './authorise';
import type { SessionsContext } from './context.server';
import { parseForm } from './create-session.server';
import { hashCode } from './secrets.server';

const line = (max: number) => v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(max));
const smallInteger = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100));

/** A candidate as entered. The time rate is a fraction: 1/1, or 3/4 with third-time (exam ms per wall ms). */
export const candidateForm = v.object({
  number: line(20),
  firstName: line(80),
  lastName: line(80),
  post: line(20),
  rate: v.pipe(
    v.object({ num: smallInteger, den: smallInteger }),
    v.check(({ num, den }) => num <= den, 'a rate is at most 1')
  )
});
export type CandidateForm = v.InferOutput<typeof candidateForm>;

export type StaffRole = 'proctor' | 'juror';
const staffForm = v.object({ role: v.picklist(['proctor', 'juror']), name: line(120) });

/** Somebody added, with the access code that is known now and never again. */
export interface Added {
  readonly account: AccountId;
  readonly code: string;
}

/**
 * Adds a candidate and the empty log of the sitting.
 * @throws DomainError `access.*`, `session.malformed`, `session.number-taken`, `session.unknown`
 */
export async function addCandidate(
  ctx: SessionsContext,
  actor: Account | null,
  session: SessionId,
  input: unknown
): Promise<Added & { readonly sitting: SittingId }> {
  requireInSession(actor, session, 'head');
  return insertCandidate(ctx, session, parseForm(candidateForm, input));
}

/** Adds a proctor or a juror. @throws DomainError `access.*`, `session.malformed`, `session.unknown` */
export async function addStaff(
  ctx: SessionsContext,
  actor: Account | null,
  session: SessionId,
  input: unknown
): Promise<Added> {
  requireInSession(actor, session, 'head');
  return insertAccount(ctx, { ...parseForm(staffForm, input), session });
}

/** Writes a candidate's rows. `code` is given by the demo only. */
export async function insertCandidate(
  ctx: SessionsContext,
  session: SessionId,
  form: CandidateForm,
  code?: string
): Promise<Added & { readonly sitting: SittingId }> {
  const sitting = idFromBytes(ctx.randomBytes(16)) as SittingId;
  const name = `${form.firstName} ${form.lastName}`;
  const added = await insertAccount(ctx, { role: 'candidate', name, session, code }, async (tx, account) => {
    const taken = await tx
      .selectFrom('candidates')
      .select('id')
      .where('session_id', '=', session)
      .where('number', '=', form.number)
      .executeTakeFirst();
    if (taken) throw new DomainError('session.number-taken', `number ${form.number} is taken`);
    await tx
      .insertInto('candidates')
      .values({
        id: account,
        session_id: session,
        number: form.number,
        first_name: form.firstName,
        last_name: form.lastName,
        post: form.post,
        rate_num: form.rate.num,
        rate_den: form.rate.den,
        identity_confirmed_at: null
      })
      .execute();
    await tx
      .insertInto('sittings')
      .values({
        id: sitting,
        session_id: session,
        candidate_id: account,
        head_n: 0,
        head_hash: FIRST_PREV,
        next_due_at: null,
        claimed_until: null,
        status: 'identity',
        last_seen_at: null,
        last_ack_at: null,
        tab: null,
        hand_raised_at: null
      })
      .execute();
  });
  return { ...added, sitting };
}

/** Writes an account, and what `more` adds to it, in one transaction. */
export async function insertAccount(
  ctx: SessionsContext,
  person: { role: Role; name: string; session: SessionId | null; code?: string | undefined },
  more: (tx: Transaction<Schema>, account: AccountId) => Promise<void> = async () => {}
): Promise<Added> {
  const account = idFromBytes(ctx.randomBytes(16)) as AccountId;
  const code = person.code ?? codeFromBytes(ctx.randomBytes(16));
  await ctx.db.write(async (tx) => {
    if (person.session) {
      const known = await tx
        .selectFrom('sessions')
        .select('id')
        .where('id', '=', person.session)
        .executeTakeFirst();
      if (!known) throw new DomainError('session.unknown');
    }
    await tx
      .insertInto('accounts')
      .values({
        id: account,
        role: person.role,
        name: person.name,
        session_id: person.session,
        code_hash: hashCode(ctx.codeKey, code),
        created_at: ctx.now(),
        revoked_at: null
      })
      .execute();
    await more(tx, account);
  });
  if (person.session) ctx.db.bus.publish({ kind: 'session', session: person.session });
  return { account, code: showCode(code) };
}
