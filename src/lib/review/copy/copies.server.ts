import { DomainError } from '../../kernel/domain-error';
import type { AccountId, SessionId, SittingId } from '../../kernel/ids';
import type { Account } from '../../sessions/account';
import { requireRole } from '../../sessions/authorise';
import { agreedMark } from '../grid/agreement';
import { copyState, type CopyState } from '../grid/copy-state';
import { gridOf, type Grid } from '../grid/grid';
import { readAgreement, readSheet, readSignatures } from '../grid/grid-store.server';
import { emptySheet } from '../grid/marks';
import type { ReviewContext } from '../context.server';
import { readJury, type Juror } from '../jury/jury.server';

/** A copy as jurors know it: a number, never a name. */
export interface Copy {
  readonly sitting: SittingId;
  readonly session: SessionId;
  /** Number drawn for the candidate, `0417`. */
  readonly number: string;
  /** The sitting is over, or the session is and the candidate never started. */
  readonly over: boolean;
  /** False for a candidate who never started. */
  readonly started: boolean;
  readonly headN: number;
  readonly scenarioHash: string;
}

/** A line of the juror’s list. */
export interface CopyLine {
  readonly number: string;
  readonly state: CopyState;
  /** Criteria that I have marked. */
  readonly marked: number;
  readonly criteria: number;
  /** Differences that the pair still has to settle; 0 while blind. */
  readonly unsettled: number;
}

/** The juror who asks, with their session. @throws DomainError `access.*` */
export function requireJuror(account: Account | null): Account & { readonly session: SessionId } {
  const juror = requireRole(account, 'juror');
  if (!juror.session) throw new DomainError('access.denied', 'a juror belongs to a session');
  return { ...juror, session: juror.session };
}

/** Copies of a session by number. Names stay in the database. */
export async function copiesOf(ctx: Pick<ReviewContext, 'db'>, session: SessionId): Promise<readonly Copy[]> {
  const rows = await ctx.db.read
    .selectFrom('sittings')
    .innerJoin('candidates', 'candidates.id', 'sittings.candidate_id')
    .innerJoin('accounts', 'accounts.id', 'candidates.id')
    .innerJoin('sessions', 'sessions.id', 'sittings.session_id')
    .select([
      'sittings.id',
      'sittings.status',
      'sittings.head_n',
      'candidates.number',
      'sessions.scenario_hash',
      'sessions.ended_at'
    ])
    .select(({ exists, selectFrom }) =>
      exists(
        selectFrom('entries')
          .select('entries.n')
          .whereRef('entries.sitting_id', '=', 'sittings.id')
          .where('entries.type', '=', 'clock.started')
      ).as('started')
    )
    .where('sittings.session_id', '=', session)
    .where('accounts.revoked_at', 'is', null)
    .orderBy('candidates.number')
    .execute();
  return rows.map((row) => ({
    sitting: row.id,
    session,
    number: row.number,
    over: row.status === 'over' || row.status === 'sealed' || (!row.started && row.ended_at !== null),
    started: Boolean(row.started),
    headN: Number(row.head_n),
    scenarioHash: row.scenario_hash
  }));
}

/**
 * One copy of the juror’s session that is theirs to correct, its sitting over.
 * @throws DomainError `access.*`, `copy.unknown` (no such number in the session, or another pair’s),
 *   `copy.running`, `copy.absent`
 */
export async function requireCopy(
  ctx: ReviewContext,
  account: Account | null,
  number: string
): Promise<Copy> {
  const juror = requireJuror(account);
  const copies = await copiesOf(ctx, juror.session);
  const copy = copies.find((one) => one.number === number);
  if (!copy) throw new DomainError('copy.unknown');
  const pair = (await readJury(ctx.db.read, juror.session)).pairOf(copy.sitting);
  if (!pair.some(({ id }) => id === juror.id))
    throw new DomainError('copy.unknown', 'the copy of another pair');
  if (!copy.over) throw new DomainError('copy.running');
  if (!copy.started) throw new DomainError('copy.absent');
  return copy;
}

/** The other juror of a copy. @throws DomainError `copy.no-pair` */
export async function otherJuror(ctx: ReviewContext, copy: Copy, juror: AccountId): Promise<Juror> {
  const pair = (await readJury(ctx.db.read, copy.session)).pairOf(copy.sitting);
  const other = pair.find(({ id }) => id !== juror);
  if (!other || pair.length < 2) throw new DomainError('copy.no-pair');
  return other;
}

/** The grid of a copy’s scenario. */
export const gridOfCopy = async (ctx: ReviewContext, copy: Pick<Copy, 'scenarioHash'>): Promise<Grid> =>
  gridOf(await ctx.jury(copy.scenarioHash));

/** The juror’s copies, by number. @throws DomainError `access.*` */
export async function listCopies(ctx: ReviewContext, account: Account | null): Promise<readonly CopyLine[]> {
  const juror = requireJuror(account);
  const copies = await copiesOf(ctx, juror.session);
  const jury = await readJury(ctx.db.read, juror.session);
  const signed = (await readSignatures(ctx.db.read, juror.session)).length > 0;
  const lines: CopyLine[] = [];
  for (const copy of copies) {
    const pair = jury.pairOf(copy.sitting);
    if (!pair.some(({ id }) => id === juror.id)) continue;
    const { criteria } = await gridOfCopy(ctx, copy);
    const other = pair.find(({ id }) => id !== juror.id);
    const mine = await readSheet(ctx.db.read, copy.sitting, juror.id);
    const theirs = other ? await readSheet(ctx.db.read, copy.sitting, other.id) : emptySheet;
    const agreement = await readAgreement(ctx.db.read, copy.sitting);
    const state = copyState({ ...copy, criteria, mine, other: theirs, agreement, signed });
    const unsettled =
      state === 'to-agree'
        ? criteria.filter(({ id }) => agreedMark(id, [mine, theirs], agreement) === null).length
        : 0;
    const marked = criteria.filter(({ id }) => mine.marks[id]).length;
    lines.push({ number: copy.number, state, marked, criteria: criteria.length, unsettled });
  }
  return lines;
}
