import { DomainError } from '../kernel/domain-error';
import type { SessionId, SittingId } from '../kernel/ids';
import type { Account } from '../sessions/account';
import { requireInSession } from '../sessions/authorise';
import type { SittingContext } from './context.server';
import { pause, resume, sendWord, startAt } from './control.server';
import { elapsedInRoom } from './elapsed-in-room.server';

/**
 * Opens the prise en main to everybody in the session: from now on candidates may confirm their identity and enter.
 * @throws DomainError `access.*`
 */
export async function startFamiliarisation(
  ctx: SittingContext,
  actor: Account | null,
  session: SessionId
): Promise<void> {
  requireInSession(actor, session, 'proctor', 'head');
  await ctx.db.write((tx) =>
    tx
      .updateTable('sessions')
      .set({ opened_at: ctx.now() })
      .where('id', '=', session)
      .where('opened_at', 'is', null)
      .execute()
  );
  ctx.db.bus.publish({ kind: 'session', session });
}

/**
 * Starts everybody who has confirmed their identity and has not started; returns those who were started.
 * @throws DomainError `access.*`
 */
export async function startAll(
  ctx: SittingContext,
  actor: Account | null,
  session: SessionId
): Promise<readonly SittingId[]> {
  requireInSession(actor, session, 'proctor', 'head');
  const elapsed = await elapsedInRoom(ctx, session);
  return forAll(ctx, actor, session, ['familiarisation', 'ready'], (id) => startAt(ctx, actor, id, elapsed));
}

/** Pauses everybody who is running; returns them. @throws DomainError `access.*`, `sitting.malformed` */
export const pauseAll = (
  ctx: SittingContext,
  actor: Account | null,
  session: SessionId,
  cause: string
): Promise<readonly SittingId[]> =>
  forAll(ctx, actor, session, ['running'], (id) => pause(ctx, actor, id, cause));

/** Resumes everybody who is paused; returns them. @throws DomainError `access.*` */
export const resumeAll = (
  ctx: SittingContext,
  actor: Account | null,
  session: SessionId
): Promise<readonly SittingId[]> => forAll(ctx, actor, session, ['paused'], (id) => resume(ctx, actor, id));

/** Shows a sentence to everybody who is not over; returns them. @throws DomainError `access.*`, `sitting.malformed` */
export const sendWordToAll = (
  ctx: SittingContext,
  actor: Account | null,
  session: SessionId,
  word: string
): Promise<readonly SittingId[]> =>
  forAll(ctx, actor, session, ['familiarisation', 'ready', 'running', 'paused'], (id) =>
    sendWord(ctx, actor, id, word)
  );

/**
 * Does something to every sitting of a session in these phases, and returns those it was done to; a sitting that
 * somebody else has just moved on is left out.
 * @throws DomainError `access.*`, and what `act` throws about its input
 */
export async function forAll(
  ctx: SittingContext,
  actor: Account | null,
  session: SessionId,
  phases: readonly string[],
  act: (id: SittingId) => Promise<void>
): Promise<readonly SittingId[]> {
  requireInSession(actor, session, 'proctor', 'head');
  const rows = await ctx.db.read
    .selectFrom('sittings')
    .select('id')
    .where('session_id', '=', session)
    .where('status', 'in', phases)
    .execute();
  const done = await Promise.all(
    rows.map(async ({ id }) => {
      try {
        await act(id);
        return id;
      } catch (error) {
        // Somebody else was quicker on this one (ended, already paused): the others go on.
        if (error instanceof DomainError && /^(clock|sitting\.over)/.test(error.code)) return null;
        throw error;
      }
    })
  );
  return done.filter((id) => id !== null);
}
