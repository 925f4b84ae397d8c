import { DomainError } from '../kernel/domain-error';
import type { SessionId } from '../kernel/ids';
import type { Account } from './account';
import { requireInSession, requireRole } from './authorise';
import type { SessionsContext } from './context.server';
import { PURGE_WORD } from './words';

/** What is left of a session that was purged. */
export interface PurgedSession {
  readonly session: string;
  readonly name: string;
  readonly centre: string;
  /** ISO day. */
  readonly day: string;
  readonly candidates: number;
  /** Wall ms since 1970. */
  readonly at: number;
  /** Name of the head who did it. */
  readonly by: string;
}

/**
 * Deletes a session for ever: people, logs, grids, agreements and signatures. One line says that it was.
 * @throws DomainError `access.*`, `session.unknown`, `session.running` (the exam has begun and is not over),
 *   `session.unconfirmed` (the word was not typed)
 */
export async function purgeSession(
  ctx: SessionsContext,
  actor: Account | null,
  session: SessionId,
  confirmation: string
): Promise<void> {
  const head = requireInSession(actor, session, 'head');
  if (confirmation.trim().toUpperCase() !== PURGE_WORD) throw new DomainError('session.unconfirmed');
  await ctx.db.write(async (tx) => {
    const row = await tx.selectFrom('sessions').selectAll().where('id', '=', session).executeTakeFirst();
    if (!row) throw new DomainError('session.unknown');
    if (row.started_at !== null && row.ended_at === null) throw new DomainError('session.running');
    const people = await tx.selectFrom('candidates').select('id').where('session_id', '=', session).execute();
    await tx.deleteFrom('sessions').where('id', '=', session).execute();
    await tx
      .insertInto('purges')
      .values({
        ...{ session, name: row.name, centre: row.centre, day: row.day },
        ...{ candidates: people.length, purged_at: ctx.now(), purged_by: head.name }
      })
      .execute();
  });
  ctx.db.bus.publish({ kind: 'session', session });
}

/** Sessions purged so far, the latest first, for a head of the whole centre. @throws DomainError `access.*` */
export async function listPurges(
  ctx: SessionsContext,
  actor: Account | null
): Promise<readonly PurgedSession[]> {
  const head = requireRole(actor, 'head');
  if (head.session !== null) return [];
  const rows = await ctx.db.read.selectFrom('purges').selectAll().orderBy('purged_at', 'desc').execute();
  return rows.map(({ purged_at, purged_by, ...row }) => ({ ...row, at: Number(purged_at), by: purged_by }));
}
