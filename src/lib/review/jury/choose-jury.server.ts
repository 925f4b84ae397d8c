import * as v from 'valibot';
import { DomainError } from '../../kernel/domain-error';
import type { AccountId, SessionId } from '../../kernel/ids';
import type { Account } from '../../sessions/account';
import { requireInSession } from '../../sessions/authorise';
import type { ReviewContext } from '../context.server';
import { agreementEvents, PAIR, readSignatures, sheetEvents } from '../grid/grid-store.server';
import { readJury, writePair, type CopyJury, type Jury } from './jury.server';
import { RECUSAL_CAUSES } from './recusal';

type Context = Pick<ReviewContext, 'db' | 'now'>;
type Tx = Parameters<Parameters<Context['db']['write']>[0]>[0];

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(80));
const pairForm = v.object({ copy: id, first: id, second: id });
const recusalForm = v.object({ copy: id, juror: id, cause: v.picklist(RECUSAL_CAUSES) });
const liftForm = v.object({ copy: id, juror: id });

/** A copy as the session head gives it out. */
export interface CopyToCorrect extends CopyJury {
  /** Jurors who have begun its grid: replaced, their work is set aside. */
  readonly begun: readonly AccountId[];
  /** The pair has begun to agree, or the record is signed: its jurors stay. */
  readonly closed: boolean;
}

/** Who corrects what, for the head of the session. @throws DomainError `access.*` */
export async function listJury(
  ctx: Context,
  account: Account | null,
  session: SessionId
): Promise<{ readonly jurors: Jury['jurors']; readonly copies: readonly CopyToCorrect[] }> {
  requireInSession(account, session, 'head');
  const jury = await readJury(ctx.db.read, session);
  const signed = (await readSignatures(ctx.db.read, session)).length > 0;
  const rows = await ctx.db.read
    .selectFrom('grid_events')
    .select(['copy', 'juror'])
    .distinct()
    .where('session_id', '=', session)
    .execute();
  const copies = jury.copies.map((copy) => {
    const hands = new Set(rows.filter((row) => row.copy === copy.sitting).map((row) => row.juror));
    const agreeing = hands.has(PAIR) && copy.jurors.every((one) => hands.has(one.id));
    const begun = jury.jurors.map((one) => one.id).filter((one) => hands.has(one));
    return { ...copy, begun, closed: signed || agreeing };
  });
  return { jurors: jury.jurors, copies };
}

/**
 * Gives a copy to two jurors.
 * @throws DomainError `access.*`, `jury.malformed`, `jury.unknown`, `jury.same-twice`, `jury.recused`, `jury.closed`
 */
export const choosePair = (
  ctx: Context,
  account: Account | null,
  session: SessionId,
  input: unknown
): Promise<void> =>
  onCopy(ctx, account, session, parse(pairForm, input), async (tx, jury, copy, { first, second }) => {
    const pair = [juror(jury, first), juror(jury, second)];
    if (first === second) throw new DomainError('jury.same-twice');
    if (copy.recusals.some((one) => pair.includes(one.juror))) throw new DomainError('jury.recused');
    await writePair(tx, copy.sitting, pair);
  });

/**
 * Keeps a juror from a copy; if it was theirs, another takes their place.
 * @throws DomainError `access.*`, `jury.malformed`, `jury.unknown`, `jury.closed`
 */
export const recuse = (
  ctx: Context,
  account: Account | null,
  session: SessionId,
  input: unknown
): Promise<void> =>
  onCopy(ctx, account, session, parse(recusalForm, input), async (tx, jury, copy, { cause, ...form }) => {
    const juror_id = juror(jury, form.juror);
    if (copy.recusals.some((one) => one.juror === juror_id)) return;
    await tx
      .insertInto('recusals')
      .values({ sitting_id: copy.sitting, juror_id, cause, created_at: ctx.now() })
      .execute();
  });

/** Lifts a recusal entered by mistake. @throws DomainError `access.*`, `jury.malformed`, `jury.unknown`, `jury.closed` */
export const liftRecusal = (
  ctx: Context,
  account: Account | null,
  session: SessionId,
  input: unknown
): Promise<void> =>
  onCopy(ctx, account, session, parse(liftForm, input), async (tx, jury, copy, form) => {
    await tx
      .deleteFrom('recusals')
      .where('sitting_id', '=', copy.sitting)
      .where('juror_id', '=', juror(jury, form.juror))
      .execute();
  });

/** Runs a change of a copy's jury, while nothing common has come of it. */
async function onCopy<F extends { readonly copy: string }>(
  ctx: Context,
  account: Account | null,
  session: SessionId,
  form: F,
  work: (tx: Tx, jury: Jury, copy: CopyJury, form: F) => Promise<void>
): Promise<void> {
  requireInSession(account, session, 'head');
  await ctx.db.write(async (tx) => {
    const jury = await readJury(tx, session);
    const copy = jury.copies.find(({ sitting }) => sitting === form.copy);
    if (!copy) throw new DomainError('jury.unknown', 'no such copy in the session');
    if (await isClosed(tx, session, copy)) throw new DomainError('jury.closed');
    await work(tx, jury, copy, form);
  });
  ctx.db.bus.publish({ kind: 'session', session });
}

/** A pair that has begun to agree stays, as long as both are there. */
async function isClosed(tx: Tx, session: SessionId, copy: CopyJury): Promise<boolean> {
  if ((await readSignatures(tx, session)).length > 0) return true;
  if ((await agreementEvents(tx, copy.sitting)).length === 0) return false;
  const grids = await Promise.all(copy.jurors.map((one) => sheetEvents(tx, copy.sitting, one.id)));
  return grids.every((events) => events.length > 0);
}

function juror(jury: Jury, wanted: string): AccountId {
  const found = jury.jurors.find((one) => one.id === wanted);
  if (!found) throw new DomainError('jury.unknown', 'no such juror in the session');
  return found.id;
}

function parse<T>(schema: v.GenericSchema<unknown, T>, input: unknown): T {
  const result = v.safeParse(schema, input);
  if (!result.success) throw new DomainError('jury.malformed', result.issues[0].message);
  return result.output;
}
