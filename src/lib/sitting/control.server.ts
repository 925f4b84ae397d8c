import * as v from 'valibot';
import { DomainError } from '../kernel/domain-error';
import type { SessionId, SittingId } from '../kernel/ids';
import type { Author, Gesture } from '../log/entry';
import * as engine from '../engine/events';
import { phaseOf } from '../engine/queries';
import type { Account } from '../sessions/account';
import { requireInSession } from '../sessions/authorise';
import type { SittingContext } from './context.server';
import { decide, type Draft } from './decide.server';
import { elapsedInRoom } from './elapsed-in-room.server';
import { handAnswered, postChanged, sittingSealed, wordSent } from './events';
import { INCIDENT_CATEGORIES, type IncidentCategory } from './incident';
import { loadSitting } from './load-sitting.server';
import { markHand } from './candidate.server';

const text = (max: number) => v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(max));

/** Checks what a proctor typed. @throws DomainError `sitting.malformed` */
function parse<T>(schema: v.GenericSchema<unknown, T>, input: unknown): T {
  const result = v.safeParse(schema, input);
  if (!result.success) throw new DomainError('sitting.malformed', result.issues[0].message);
  return result.output;
}

/**
 * Writes one control of a proctor or of a session head, after what has come due.
 * @throws DomainError `access.*`, `sitting.unknown`, `sitting.sealed`, and the codes of `engine/control.ts`
 */
async function control(
  ctx: SittingContext,
  actor: Account | null,
  id: SittingId,
  make: (draft: Draft, who: Account) => Gesture | null,
  by: Author = 'proctor'
): Promise<void> {
  const who = requireInSession(actor, await sessionOf(ctx, id), 'proctor', 'head');
  await decide(ctx, id, (draft) => {
    draft.tick();
    const gesture = make(draft, who);
    if (gesture) draft.write(by, gesture);
  });
}

async function sessionOf(ctx: SittingContext, id: SittingId): Promise<SessionId> {
  const row = await ctx.db.read
    .selectFrom('sittings')
    .select('session_id')
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw new DomainError('sitting.unknown', `no sitting ${id}`);
  return row.session_id;
}

/**
 * Starts the exam clock of one candidate; once the others have begun, at the exam time that has gone by for them, so that
 * the end is not moved.
 * @throws DomainError `clock.already-started`, `sitting.not-yet` (identity not confirmed)
 */
export async function start(ctx: SittingContext, actor: Account | null, id: SittingId): Promise<void> {
  await startAt(ctx, actor, id, await elapsedInRoom(ctx, await sessionOf(ctx, id)));
}

/** Starts one candidate who has missed `elapsedMs` of exam time at the ordinary rate. @throws DomainError as {@link start} */
export async function startAt(
  ctx: SittingContext,
  actor: Account | null,
  id: SittingId,
  elapsedMs: number
): Promise<void> {
  await control(ctx, actor, id, (draft, { name }) => {
    const { engine: state } = draft.folds;
    if (phaseOf(state) === 'identity') throw new DomainError('sitting.not-yet');
    const { num, den } = state.clock.rate;
    const lateMs = Math.min(state.endMs, Math.floor((elapsedMs * num) / den));
    return engine.clockStarted({ who: name, ...(lateMs > 0 && { lateMs }) });
  });
  await markStarted(ctx, await sessionOf(ctx, id));
}

/** Stops the clock; `cause` is shown to the candidate. @throws DomainError `clock.not-running`, `sitting.malformed` */
export const pause = (
  ctx: SittingContext,
  actor: Account | null,
  id: SittingId,
  cause: string
): Promise<void> =>
  control(ctx, actor, id, (_, who) => engine.clockPaused({ cause: parse(text(500), cause), who: who.name }));

/** Lets a paused clock run again. @throws DomainError `clock.not-paused` */
export const resume = (ctx: SittingContext, actor: Account | null, id: SittingId): Promise<void> =>
  control(ctx, actor, id, (_, who) => engine.clockResumed({ who: who.name }));

const creditForm = v.object({
  ms: v.pipe(v.number(), v.integer(), v.minValue(1_000), v.maxValue(4 * 3_600_000)),
  cause: text(500)
});

/** Gives lost time back, `ms` of wall time: the clock holds for that long. @throws DomainError `sitting.malformed`, `sitting.over` */
export const creditTime = (
  ctx: SittingContext,
  actor: Account | null,
  id: SittingId,
  credit: { readonly ms: number; readonly cause: string }
): Promise<void> =>
  control(ctx, actor, id, (_, who) => engine.clockCredited({ ...parse(creditForm, credit), who: who.name }));

/** Makes a scripted event happen now. @throws DomainError `beat.unknown`, `sitting.not-started` */
export const triggerBeat = (
  ctx: SittingContext,
  actor: Account | null,
  id: SittingId,
  beat: string
): Promise<void> => control(ctx, actor, id, (_, who) => engine.beatTriggered({ beat, who: who.name }));

/** Takes a scripted event out of this sitting. @throws DomainError `beat.unknown`, `sitting.not-started` */
export const skipBeat = (
  ctx: SittingContext,
  actor: Account | null,
  id: SittingId,
  beat: string
): Promise<void> => control(ctx, actor, id, (_, who) => engine.beatSkipped({ beat, who: who.name }));

/**
 * Lets the candidate go on at another machine with the same code: the tab that wrote until now is told and may not any
 * more; what it had sent is there.
 * @throws DomainError `sitting.malformed`
 */
export async function moveToAnotherPost(
  ctx: SittingContext,
  actor: Account | null,
  id: SittingId,
  post: string
): Promise<void> {
  const name = parse(text(20), post);
  await control(ctx, actor, id, (_, who) => postChanged({ post: name, who: who.name }));
  const { candidate } = await loadSitting(ctx, id);
  await ctx.db.write((tx) =>
    tx.updateTable('candidates').set({ post: name }).where('id', '=', candidate).execute()
  );
}

/** Shows a sentence in the corner of the candidate's screen. @throws DomainError `sitting.malformed` */
export const sendWord = (
  ctx: SittingContext,
  actor: Account | null,
  id: SittingId,
  word: string
): Promise<void> =>
  control(ctx, actor, id, (_, who) => wordSent({ text: parse(text(500), word), who: who.name }));

/** « Je m’en occupe »: lowers the candidate's hand. Nothing happens when it is not raised. */
export async function answerHand(ctx: SittingContext, actor: Account | null, id: SittingId): Promise<void> {
  await control(ctx, actor, id, (draft, who) =>
    draft.folds.room.handSince === null ? null : handAnswered({ who: who.name })
  );
  await markHand(ctx, id, false);
}

const incidentForm = v.object({
  category: v.picklist(INCIDENT_CATEGORIES),
  text: text(2000),
  witnesses: v.optional(v.pipe(v.array(text(120)), v.maxLength(10)))
});

/** Writes an incident down for the record, at this exam time. @throws DomainError `sitting.malformed` */
export const noteIncident = (
  ctx: SittingContext,
  actor: Account | null,
  id: SittingId,
  incident: {
    readonly category: IncidentCategory;
    readonly text: string;
    readonly witnesses?: readonly string[];
  }
): Promise<void> =>
  control(ctx, actor, id, (_, who) =>
    engine.incidentNoted({ ...parse(incidentForm, incident), who: who.name })
  );

/** Ends a sitting before its time. Late gestures still arrive. @throws DomainError `sitting.over` */
export const end = (ctx: SittingContext, actor: Account | null, id: SittingId): Promise<void> =>
  control(ctx, actor, id, (_, who) => engine.sittingEnded({ cause: 'proctor', who: who.name }));

/** Closes the log for ever, once the archive is made of it. Sealing again changes nothing. @throws DomainError `sitting.wrong-phase` (not over) */
export const seal = (ctx: SittingContext, actor: Account | null, id: SittingId): Promise<void> =>
  control(
    ctx,
    actor,
    id,
    (draft) => {
      if (draft.folds.room.sealed) return null;
      if (phaseOf(draft.folds.engine) !== 'over') throw new DomainError('sitting.wrong-phase');
      return sittingSealed({});
    },
    'system'
  );

async function markStarted(ctx: SittingContext, session: SessionId): Promise<void> {
  const result = await ctx.db.write((tx) =>
    tx
      .updateTable('sessions')
      .set({ started_at: ctx.now(), opened_at: (eb) => eb.fn.coalesce('opened_at', eb.val(ctx.now())) })
      .where('id', '=', session)
      .where('started_at', 'is', null)
      .executeTakeFirst()
  );
  if (result.numUpdatedRows > 0n) ctx.db.bus.publish({ kind: 'session', session });
}
