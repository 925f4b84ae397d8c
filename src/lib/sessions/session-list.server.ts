import { DomainError } from '../kernel/domain-error';
import type { AccountId, SessionId, SittingId } from '../kernel/ids';
import type { Account, Role } from './account';
import { requireInSession, requireRole } from './authorise';
import type { SessionsContext } from './context.server';

/** Where a session is, derived from its instants. */
export type SessionStatus = 'prepared' | 'open' | 'started' | 'ended';

/** A session as lists show it. */
export interface SessionSummary {
  readonly id: SessionId;
  readonly name: string;
  /** Title of the scenario. */
  readonly title: string;
  readonly referentialVersion: string;
  readonly centre: string;
  readonly room: string;
  /** ISO day. */
  readonly day: string;
  readonly status: SessionStatus;
  readonly demo: boolean;
  /** How many times faster than an exam: above 1 in a rehearsal. */
  readonly pace: number;
  readonly candidates: number;
}

/** Somebody of a session. */
export interface SessionPerson {
  readonly id: AccountId;
  readonly role: Role;
  readonly name: string;
  readonly revoked: boolean;
  readonly candidate: {
    readonly sitting: SittingId;
    readonly number: string;
    readonly post: string;
    /** Exam ms per wall ms, as a fraction. */
    readonly rate: { readonly num: number; readonly den: number };
    readonly status: string;
  } | null;
}

/** Sessions that this head sees, the latest day first. @throws DomainError `access.*` */
export async function listSessions(
  ctx: SessionsContext,
  actor: Account | null
): Promise<readonly SessionSummary[]> {
  const head = requireRole(actor, 'head');
  let query = ctx.db.read
    .selectFrom('sessions')
    .selectAll()
    .select((eb) =>
      eb
        .selectFrom('candidates')
        .whereRef('candidates.session_id', '=', 'sessions.id')
        .select((inner) => inner.fn.countAll<number>().as('count'))
        .as('candidates')
    )
    .orderBy('day', 'desc')
    .orderBy('created_at', 'desc');
  if (head.session) query = query.where('id', '=', head.session);
  const rows = await query.execute();
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    title: row.title,
    referentialVersion: row.referential_version,
    centre: row.centre,
    room: row.room,
    day: row.day,
    status: statusOf(row),
    demo: row.demo === 1,
    pace: Number(row.pace),
    candidates: Number(row.candidates ?? 0)
  }));
}

/** One session. @throws DomainError `access.*`, `session.unknown` */
export async function readSession(
  ctx: SessionsContext,
  actor: Account | null,
  session: SessionId
): Promise<SessionSummary> {
  requireInSession(actor, session, 'head');
  const found = (await listSessions(ctx, actor)).find(({ id }) => id === session);
  if (!found) throw new DomainError('session.unknown');
  return found;
}

/** Candidates by number, then proctors, then jurors. @throws DomainError `access.*` */
export async function listPeople(
  ctx: SessionsContext,
  actor: Account | null,
  session: SessionId
): Promise<readonly SessionPerson[]> {
  requireInSession(actor, session, 'head');
  const rows = await ctx.db.read
    .selectFrom('accounts')
    .leftJoin('candidates', 'candidates.id', 'accounts.id')
    .leftJoin('sittings', 'sittings.candidate_id', 'accounts.id')
    .select(['accounts.id', 'accounts.role', 'accounts.name', 'accounts.revoked_at'])
    .select(['candidates.number', 'candidates.post', 'candidates.rate_num', 'candidates.rate_den'])
    .select(['sittings.id as sitting', 'sittings.status'])
    .where('accounts.session_id', '=', session)
    .orderBy('candidates.number')
    .orderBy('accounts.created_at')
    .orderBy('accounts.id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    role: row.role,
    name: row.name,
    revoked: row.revoked_at !== null,
    candidate:
      row.sitting === null
        ? null
        : {
            sitting: row.sitting,
            number: row.number ?? '',
            post: row.post ?? '',
            rate: { num: row.rate_num ?? 1, den: row.rate_den ?? 1 },
            status: row.status ?? 'identity'
          }
  }));
}

function statusOf(row: {
  opened_at: number | null;
  started_at: number | null;
  ended_at: number | null;
}): SessionStatus {
  if (row.ended_at !== null) return 'ended';
  if (row.started_at !== null) return 'started';
  return row.opened_at !== null ? 'open' : 'prepared';
}
