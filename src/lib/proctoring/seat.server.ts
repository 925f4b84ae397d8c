import type { SessionId, SittingId } from '../kernel/ids';
import { beatsOf, tasksOf, type BeatView } from '../engine/queries';
import type { Account } from '../sessions/account';
import { loadSitting } from '../sitting/load-sitting.server';
import { requireBoard, requireSeat } from './access.server';
import type { ProctoringContext } from './context.server';
import { groupLines, isLogged, type JournalLine, type LogLine } from './journal';
import { journalOf } from './journal.server';
import { readRoom } from './room.server';
import type { RoomSession } from './room';

/** What the side panel shows of one candidate. */
export interface SeatDetail {
  readonly sitting: SittingId;
  /** Last entry that this holds. */
  readonly n: number;
  /** Newest first. */
  readonly lines: readonly JournalLine[];
  /** Events of the script, in its order. */
  readonly beats: readonly BeatView[];
  readonly tasks: readonly {
    readonly title: string;
    readonly deadlineMs: number | null;
    readonly productions: readonly {
      readonly title: string;
      readonly receivedMs: number | null;
      readonly late: boolean;
    }[];
  }[];
}

/**
 * The timeline of one candidate, what the script still holds and what was handed in: titles and instants only.
 * @throws DomainError `access.*`, `session.unknown`, `sitting.unknown`
 */
export async function readSeat(
  ctx: ProctoringContext,
  actor: Account | null,
  session: SessionId,
  id: SittingId
): Promise<SeatDetail> {
  await requireBoard(ctx, actor, session);
  await requireSeat(ctx, session, id);
  const sitting = await loadSitting(ctx, id);
  const { compiled } = sitting.scenario.runnable;
  const lines = await journalOf(ctx, id, sitting.n, compiled);
  return {
    sitting: id,
    n: sitting.n,
    lines: lines.toReversed(),
    beats: beatsOf(compiled, sitting.engine),
    tasks: tasksOf(compiled, sitting.engine).map(({ title, deadlineMs, productions }) => ({
      title,
      deadlineMs,
      productions: productions.map(({ title: name, receivedMs, late }) => ({ title: name, receivedMs, late }))
    }))
  };
}

/** The incident log of a room, to be printed and joined to the record. */
export interface RoomLog {
  readonly session: RoomSession;
  readonly wall: number;
  /** Oldest first. */
  readonly lines: readonly LogLine[];
}

/**
 * What changed the conditions of the exam, for every candidate: starts, pauses, credits, changes of machine, events
 * triggered by hand, incidents.
 * @throws DomainError `access.*`, `session.unknown`
 */
export async function readLog(
  ctx: ProctoringContext,
  actor: Account | null,
  session: SessionId
): Promise<RoomLog> {
  const room = await readRoom(ctx, actor, session);
  const lines = await Promise.all(
    room.seats.map(async ({ sitting: id, post, number, name }) => {
      const { n, scenario } = await loadSitting(ctx, id);
      const journal = await journalOf(ctx, id, n, scenario.runnable.compiled);
      return journal.filter(isLogged).map((line) => ({ ...line, people: [{ post, number, name }] }));
    })
  );
  return {
    session: room.session,
    wall: room.wall,
    lines: groupLines(lines.flat())
  };
}
