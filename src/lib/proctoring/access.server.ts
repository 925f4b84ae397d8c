import { DomainError } from '../kernel/domain-error';
import type { SessionId, SittingId } from '../kernel/ids';
import type { SessionRow } from '../server/db/schema';
import type { Account } from '../sessions/account';
import { requireRole } from '../sessions/authorise';
import type { SessionsContext } from '../sessions/context.server';

/** The session whose room somebody may watch, as stored, and who watches. */
export interface Board {
  readonly actor: Account;
  readonly session: SessionRow;
}

/**
 * Lets a proctor or a session head at the board of a session. A session of somebody else is as if it did not exist.
 * @throws DomainError `access.signed-out`, `access.denied` (another role), `session.unknown`
 */
export async function requireBoard(
  ctx: SessionsContext,
  account: Account | null,
  session: SessionId
): Promise<Board> {
  const actor = requireRole(account, 'proctor', 'head');
  const wholeCentre = actor.role === 'head' && actor.session === null;
  if (!wholeCentre && actor.session !== session) throw new DomainError('session.unknown');
  const row = await ctx.db.read
    .selectFrom('sessions')
    .selectAll()
    .where('id', '=', session)
    .executeTakeFirst();
  if (!row) throw new DomainError('session.unknown');
  return { actor, session: row };
}

/** Checks that a sitting is of the session. @throws DomainError `sitting.unknown` */
export async function requireSeat(
  ctx: SessionsContext,
  session: SessionId,
  sitting: SittingId
): Promise<void> {
  const row = await ctx.db.read
    .selectFrom('sittings')
    .select('id')
    .where('id', '=', sitting)
    .where('session_id', '=', session)
    .executeTakeFirst();
  if (!row) throw new DomainError('sitting.unknown');
}

/** A session that somebody may choose to watch. */
export interface BoardOffer {
  readonly id: SessionId;
  readonly name: string;
  readonly title: string;
  readonly centre: string;
  readonly room: string;
  /** ISO day. */
  readonly day: string;
  readonly candidates: number;
  readonly state: 'prepared' | 'open' | 'started' | 'ended';
}

/** Sessions that somebody may watch, the latest day first. @throws DomainError `access.signed-out`, `access.denied` */
export async function listBoards(
  ctx: SessionsContext,
  account: Account | null
): Promise<readonly BoardOffer[]> {
  const actor = requireRole(account, 'proctor', 'head');
  if (actor.role === 'proctor' && actor.session === null) return [];
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
  if (actor.session !== null) query = query.where('id', '=', actor.session);
  return (await query.execute()).map((row) => ({
    id: row.id,
    name: row.name,
    title: row.title,
    centre: row.centre,
    room: row.room,
    day: row.day,
    candidates: Number(row.candidates ?? 0),
    state: row.ended_at ? 'ended' : row.started_at ? 'started' : row.opened_at ? 'open' : 'prepared'
  }));
}
