import type { SessionId } from '../kernel/ids';
import { parseStory } from '../kernel/story-time';
import { frontWindow, type ShellState } from '../desk/shell/model';
import { clockOf, phaseOf, tasksOf } from '../engine/queries';
import { readHealth } from '../server/health';
import type { SessionRow } from '../server/db/schema';
import type { Account } from '../sessions/account';
import { loadSitting } from '../sitting/load-sitting.server';
import { pausedOf } from '../sitting/view';
import type { LiveSitting } from '../sitting/sitting-cache.server';
import { requireBoard } from './access.server';
import type { ProctoringContext } from './context.server';
import type { JournalLine } from './journal';
import { journalOf } from './journal.server';
import type { RoomServer, RoomSession, RoomView } from './room';
import type { SeatFacts } from './seat';
import { APP_WORDS, extraTimeWords } from './words';

/**
 * The room as it is now: one row per candidate whose access is not withdrawn, by post. States only: nothing of what a
 * candidate reads or writes is in it.
 * @throws DomainError `access.*`, `session.unknown`
 */
export async function readRoom(
  ctx: ProctoringContext,
  actor: Account | null,
  id: SessionId
): Promise<RoomView> {
  const { session } = await requireBoard(ctx, actor, id);
  const [rows, server] = await Promise.all([readRows(ctx, id), serverHealth(ctx)]);
  const seats = await Promise.all(rows.map((row) => seatOf(ctx, row)));
  const { compiled } = (await ctx.scenario(session.scenario_hash)).runnable;
  const view = sessionView(session, parseStory(compiled.storyStart) ?? 0);
  return { wall: ctx.now(), session: view, server, seats };
}

type Row = Awaited<ReturnType<typeof readRows>>[number];

function readRows(ctx: ProctoringContext, session: SessionId) {
  return ctx.db.read
    .selectFrom('sittings')
    .innerJoin('candidates', 'candidates.id', 'sittings.candidate_id')
    .innerJoin('accounts', 'accounts.id', 'sittings.candidate_id')
    .select(['sittings.id', 'sittings.head_n', 'sittings.last_seen_at', 'sittings.last_ack_at'])
    .select(['sittings.hand_raised_at', 'candidates.number', 'candidates.post'])
    .select(['candidates.first_name', 'candidates.last_name', 'candidates.rate_num', 'candidates.rate_den'])
    .where('sittings.session_id', '=', session)
    .where('accounts.revoked_at', 'is', null)
    .orderBy('candidates.post')
    .orderBy('candidates.number')
    .execute();
}

async function seatOf(ctx: ProctoringContext, row: Row): Promise<SeatFacts> {
  const live = await currently(ctx, row);
  const { rate } = live;
  const { compiled } = live.scenario.runnable;
  const { engine } = live;
  const lines = await journalOf(ctx, row.id, live.n, compiled);
  const clock = clockOf(engine);
  return {
    sitting: row.id,
    n: live.n,
    post: row.post,
    number: row.number,
    name: `${row.first_name} ${row.last_name}`,
    extraTime: extraTimeWords(row.rate_num, row.rate_den),
    phase: phaseOf(engine),
    // Before its first entry, a sitting has no clock of its own yet.
    clock: engine.engine ? clock : { ...clock, rate: rate.num / rate.den, endMs: compiled.durationMs },
    pauseCause: pausedOf(engine)?.cause ?? null,
    open: live.room.tab !== null,
    moving: live.room.tab === null && lines.some(({ kind }) => kind === 'connection'),
    lastSeenAt: latest(ctx.seen.get(row.id), row.last_seen_at),
    lastAckAt: latest(row.last_ack_at),
    unsent: ctx.unsent.has(row.id) ? { sinceAt: ctx.unsent.get(row.id) ?? null } : null,
    handSinceAt: live.room.handSince === null ? null : handSince(row, lines),
    tasks: tasksOf(compiled, engine).map(({ title, deadlineMs, productions }) => ({
      title,
      deadlineMs,
      expected: productions.length,
      received: productions.filter(({ receivedMs }) => receivedMs !== null).length
    })),
    app: frontApp(live),
    call: engine.conversation !== null,
    incidents: lines.filter(({ kind }) => kind === 'incident').length,
    creditMs: lines.reduce((sum, { creditMs }) => sum + (creditMs ?? 0), 0)
  };
}

/** The folded sitting; the log is only read when this node has not seen its head. */
async function currently(ctx: ProctoringContext, row: Row): Promise<LiveSitting> {
  const live = ctx.cache.get(row.id);
  if (!live || live.n !== Number(row.head_n)) return loadSitting(ctx, row.id);
  live.usedAt = ctx.now();
  return live;
}

function frontApp({ engine, states }: LiveSitting): string | null {
  if (!engine.started || !states.shell) return null;
  const window = frontWindow(states.shell as ShellState);
  return window ? (APP_WORDS[window.app] ?? window.app) : null;
}

const handSince = (row: Row, lines: readonly JournalLine[]): number | null =>
  latest(row.hand_raised_at) ?? lines.findLast(({ kind }) => kind === 'hand')?.wall ?? null;

/** The latest of the instants that are there; big integers come as text from PostgreSQL. */
function latest(...instants: readonly (number | null | undefined)[]): number | null {
  const there = instants.flatMap((at) => (at === null || at === undefined ? [] : [Number(at)]));
  return there.length === 0 ? null : Math.max(...there);
}

const sessionView = (row: SessionRow, storyStart: number): RoomSession => ({
  id: row.id,
  name: row.name,
  title: row.title,
  centre: row.centre,
  room: row.room,
  day: row.day,
  opened: row.opened_at !== null,
  started: row.started_at !== null,
  ended: row.ended_at !== null,
  pace: Number(row.pace),
  storyStart
});

const HEALTH_EVERY_MS = 10_000;
const healths = new WeakMap<object, { readonly at: number; readonly health: Promise<RoomServer> }>();

/** Looked at every ten seconds at most, however many boards are open. */
function serverHealth(ctx: ProctoringContext): Promise<RoomServer> {
  const now = ctx.now();
  const known = healths.get(ctx.db);
  if (known && now - known.at < HEALTH_EVERY_MS) return known.health;
  const health = readHealth(ctx.db, ctx.settings.dataDir).then(({ ok, database, disk }) => ({
    ok,
    database: database.ok,
    diskHours: disk.hoursLeft
  }));
  healths.set(ctx.db, { at: now, health });
  return health;
}
