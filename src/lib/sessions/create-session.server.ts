import * as v from 'valibot';
import { DomainError } from '../kernel/domain-error';
import { idFromBytes, type SessionId } from '../kernel/ids';
import type { Account } from './account';
import { requireInSession, requireRole } from './authorise';
import type { SessionsContext } from './context.server';
import { listOffers } from './offers.server';
import { PACES } from './pace';

const line = (max: number) => v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(max));

/** What a session head fills in. `day` is `2026-03-17`; `pace` is how many times faster than an exam it runs. */
export const sessionForm = v.object({
  scenario: line(80),
  name: line(120),
  centre: line(120),
  room: v.pipe(v.string(), v.trim(), v.maxLength(120)),
  day: v.pipe(v.string(), v.isoDate()),
  pace: v.optional(v.pipe(v.union([v.number(), v.string()]), v.toNumber(), v.picklist(PACES)), 1)
});
export type SessionForm = v.InferInput<typeof sessionForm>;

/**
 * Creates an exam session on the present version of a scenario, which it keeps whatever becomes of the folder.
 * @throws DomainError `access.*`, `session.malformed` (`details.field`), `session.no-scenario`
 */
export async function createSession(
  ctx: SessionsContext,
  actor: Account | null,
  input: unknown
): Promise<SessionId> {
  const head = requireRole(actor, 'head');
  if (head.session !== null) throw new DomainError('access.denied', 'this head has one session');
  return insertSession(ctx, parseForm(sessionForm, input), false);
}

/** Writes a session row; `demo` sessions may be thrown away at any time. */
export async function insertSession(
  ctx: SessionsContext,
  form: SessionForm,
  demo: boolean
): Promise<SessionId> {
  const offer = (await listOffers(ctx)).find(({ id }) => id === form.scenario);
  if (!offer) throw new DomainError('session.no-scenario', `no scenario ${form.scenario}`);
  const id = idFromBytes(ctx.randomBytes(16)) as SessionId;
  const now = ctx.now();
  await ctx.db.write((tx) =>
    tx
      .insertInto('sessions')
      .values({
        id,
        title: offer.title,
        referential_version: offer.referentialVersion,
        scenario: offer.id,
        scenario_hash: offer.hash,
        name: form.name,
        centre: form.centre,
        room: form.room,
        day: form.day,
        created_at: now,
        opened_at: demo ? now : null,
        started_at: null,
        ended_at: null,
        demo: demo ? 1 : 0,
        pace: Number(form.pace ?? 1)
      })
      .execute()
  );
  return id;
}

/**
 * Opens a session: from now on its candidates can enter with their codes.
 * @throws DomainError `access.*`, `session.unknown`
 */
export async function openSession(
  ctx: SessionsContext,
  actor: Account | null,
  session: SessionId
): Promise<void> {
  requireInSession(actor, session, 'head');
  const row = await ctx.db.read
    .selectFrom('sessions')
    .select('id')
    .where('id', '=', session)
    .executeTakeFirst();
  if (!row) throw new DomainError('session.unknown');
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

/** Checks a form against its schema. @throws DomainError `session.malformed` with `details.field`, the first wrong one */
export function parseForm<T>(schema: v.GenericSchema<unknown, T>, input: unknown): T {
  const result = v.safeParse(schema, input);
  if (result.success) return result.output;
  const field = v.getDotPath(result.issues[0]) ?? '';
  throw new DomainError('session.malformed', `${field}: ${result.issues[0].message}`, { field });
}
