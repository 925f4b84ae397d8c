import * as v from 'valibot';
import { DomainError } from '../kernel/domain-error';
import type { SittingId } from '../kernel/ids';
import type { Account } from '../sessions/account';
import type { SittingContext } from '../sitting/context.server';
import * as control from '../sitting/control.server';
import * as room from '../sitting/control-room.server';
import { requireBoard, requireSeat } from './access.server';
import { commandSchema, END_ALL_WORD, type Command, type CommandDone } from './commands';

/** Phases in which the exam of a candidate has begun and is not over. */
const BEGUN = ['running', 'paused'] as const;
/** At a desk: those who wait for the start are ended with the others. */
const PRESENT = ['familiarisation', 'ready', ...BEGUN] as const;
const ANY_PHASE = ['identity', 'familiarisation', 'ready', 'running', 'paused', 'over'] as const;

/**
 * Does what a proctor or a session head asks, to one candidate or to the whole room; each is written in the logs with
 * who did it.
 * @throws DomainError `access.*`, `session.unknown`, `sitting.unknown` (of another session), `command.malformed`,
 *   `command.not-confirmed`, and the codes of `sitting/control.server.ts`
 */
export async function runCommand(
  ctx: SittingContext,
  account: Account | null,
  body: unknown
): Promise<CommandDone> {
  const parsed = v.safeParse(commandSchema, body);
  // Who may not be here learns nothing from the form of the question.
  const session = parsed.success ? parsed.output.session : sessionIn(body);
  const { actor } = await requireBoard(ctx, account, session as Command['session']);
  if (!parsed.success) throw new DomainError('command.malformed', parsed.issues[0].message);
  const command = parsed.output;
  if ('sitting' in command && command.sitting !== null) {
    await requireSeat(ctx, command.session, command.sitting);
    await toOne(ctx, actor, command, command.sitting);
    return { done: 1 };
  }
  return { done: await toAll(ctx, actor, command) };
}

const sessionIn = (body: unknown): string =>
  typeof body === 'object' && body !== null && 'session' in body && typeof body.session === 'string'
    ? body.session
    : '';

/** The part of a command that is done to one sitting. */
async function toOne(ctx: SittingContext, actor: Account, command: Command, id: SittingId): Promise<void> {
  switch (command.do) {
    case 'open':
      return room.startFamiliarisation(ctx, actor, command.session);
    case 'start':
      return control.start(ctx, actor, id);
    case 'pause':
      return control.pause(ctx, actor, id, command.cause);
    case 'resume':
      return control.resume(ctx, actor, id);
    case 'credit':
      return control.creditTime(ctx, actor, id, { ms: command.ms, cause: creditCause(command) });
    case 'move':
      return control.moveToAnotherPost(ctx, actor, id, command.post);
    case 'trigger':
      return control.triggerBeat(ctx, actor, id, command.beat);
    case 'skip':
      return control.skipBeat(ctx, actor, id, command.beat);
    case 'word':
      return control.sendWord(ctx, actor, id, command.text);
    case 'hand':
      return control.answerHand(ctx, actor, id);
    case 'incident':
      return control.noteIncident(ctx, actor, id, incidentOf(command));
    case 'end':
      await requireNumber(ctx, id, command.confirmation);
      return control.end(ctx, actor, id);
  }
}

async function toAll(ctx: SittingContext, actor: Account, command: Command): Promise<number> {
  const { session } = command;
  const each = async (phases: readonly string[], act: (id: SittingId) => Promise<void>) =>
    (await room.forAll(ctx, actor, session, phases, act)).length;
  switch (command.do) {
    case 'open':
      await room.startFamiliarisation(ctx, actor, session);
      return 0;
    case 'start':
      return (await room.startAll(ctx, actor, session)).length;
    case 'pause':
      return (await room.pauseAll(ctx, actor, session, command.cause)).length;
    case 'resume':
      return (await room.resumeAll(ctx, actor, session)).length;
    case 'word':
      return (await room.sendWordToAll(ctx, actor, session, command.text)).length;
    case 'credit':
      return each(BEGUN, (id) =>
        control.creditTime(ctx, actor, id, { ms: command.ms, cause: creditCause(command) })
      );
    case 'trigger':
      return each(BEGUN, (id) => control.triggerBeat(ctx, actor, id, command.beat));
    case 'skip':
      return each(BEGUN, (id) => control.skipBeat(ctx, actor, id, command.beat));
    case 'incident':
      return each(ANY_PHASE, (id) => control.noteIncident(ctx, actor, id, incidentOf(command)));
    case 'end':
      if (command.confirmation.toLocaleUpperCase('fr') !== END_ALL_WORD)
        throw new DomainError('command.not-confirmed');
      return each(PRESENT, (id) => control.end(ctx, actor, id));
    case 'move':
    case 'hand':
      throw new DomainError('command.malformed', 'for one candidate only');
  }
}

type CommandOf<D extends Command['do']> = Extract<Command, { do: D }>;

/** « Coupure de réseau : switch redémarré » */
const creditCause = ({ category, text }: CommandOf<'credit'>): string =>
  text ? `${category}\u00a0: ${text}` : category;

const incidentOf = ({ category, text, witnesses }: CommandOf<'incident'>) => ({
  category,
  text,
  ...(witnesses.length > 0 && { witnesses })
});

async function requireNumber(ctx: SittingContext, id: SittingId, typed: string): Promise<void> {
  const row = await ctx.db.read
    .selectFrom('sittings')
    .innerJoin('candidates', 'candidates.id', 'sittings.candidate_id')
    .select('candidates.number')
    .where('sittings.id', '=', id)
    .executeTakeFirstOrThrow();
  if (row.number !== typed) throw new DomainError('command.not-confirmed');
}
