import { DomainError } from '../kernel/domain-error';
import type { SittingId } from '../kernel/ids';
import type { DeskEvent, Entry } from '../log/entry';
import { upcast } from '../log/event-definition';
import { foldDesk, openDesk, type DeskStates } from '../desk/fold';
import { clockStarted } from '../engine/events';
import { evolve, unopened, type EngineState, type Folded } from '../engine/state';
import type { PlayableScenario, SittingContext } from './context.server';
import { emptyRoom, evolveRoom, type RoomState } from './room';
import type { LiveSitting } from './sitting-cache.server';

/** Entries kept at least, for streams: those follow closely, and the others may read the database. */
const RECENT = 64;
/** A snapshot is kept every so many entries. */
const SNAPSHOT_EVERY = 1_000;
/** Changes whenever the shape of a snapshot does: older ones are then ignored. */
const SNAPSHOT_VERSION = 5;

/** The three folds of a sitting. */
export interface Folds {
  readonly engine: EngineState;
  readonly states: DeskStates;
  readonly room: RoomState;
}

/** The folds before the first entry. */
export const startFolds = (ctx: SittingContext, scenario: PlayableScenario): Folds => ({
  engine: unopened,
  states: openDesk(ctx.program.models, scenario.scene),
  room: emptyRoom
});

/**
 * The folds after one more entry, numbered or not. The prise en main leaves no trace on the exam's desk: it opens again
 * from the decor at the start.
 */
export function foldOne(
  ctx: SittingContext,
  scenario: PlayableScenario,
  folds: Folds,
  entry: Folded & DeskEvent
): Folds {
  return {
    engine: evolve(folds.engine, entry),
    states: clockStarted.is(entry)
      ? openDesk(ctx.program.models, scenario.scene)
      : foldDesk(ctx.program.models, folds.states, entry),
    room: evolveRoom(folds.room, entry)
  };
}

/**
 * The sitting, folded up to the head of its log, once the decisions in progress here are over.
 * @throws DomainError `sitting.unknown`, `scenario.unknown`
 */
export const loadSitting = (ctx: SittingContext, id: SittingId): Promise<LiveSitting> =>
  ctx.cache.alone(id, () => currentSitting(ctx, id));

/**
 * The sitting folded at least up to entry `n`, of which this node has been told: costs nothing when its own append was
 * what it heard of.
 */
export async function sittingFrom(ctx: SittingContext, id: SittingId, n: number): Promise<LiveSitting> {
  const live = () => {
    const sitting = ctx.cache.get(id);
    return sitting && sitting.n >= n ? sitting : null;
  };
  return live() ?? ctx.cache.alone(id, async () => live() ?? currentSitting(ctx, id));
}

/** Whether somebody has written since this sitting was folded. @throws DomainError `sitting.unknown` */
export const isBehind = async (ctx: SittingContext, sitting: LiveSitting): Promise<boolean> =>
  (await ctx.db.log.head(sitting.id)).n > sitting.n;

/** The same as {@link loadSitting}, for whoever already has the sitting's queue. */
export async function currentSitting(ctx: SittingContext, id: SittingId): Promise<LiveSitting> {
  const sitting = ctx.cache.get(id) ?? (await firstLoad(ctx, id));
  sitting.usedAt = ctx.now();
  const head = await ctx.db.log.head(id);
  while (sitting.n < head.n) {
    const entries = await ctx.db.log.read(id, sitting.n);
    if (entries.length === 0) break;
    let folds: Folds = sitting;
    for (const entry of entries)
      folds = foldOne(ctx, sitting.scenario, folds, upcast(ctx.program.registry, entry));
    advanceTo(sitting, entries, folds);
    // Written by another node, or by this one before it forgot the sitting: the outboxes may have moved.
    sitting.outbox = null;
  }
  return sitting;
}

/** Brings a live sitting to folds that hold these new entries. */
export function advanceTo(
  sitting: LiveSitting,
  entries: readonly Entry[],
  { engine, states, room }: Folds
): void {
  Object.assign(sitting, { engine, states, room, n: entries.at(-1)?.n ?? sitting.n });
  sitting.recent.push(...entries);
  if (sitting.recent.length > 2 * RECENT) sitting.recent = sitting.recent.slice(-RECENT);
}

/** Keeps a snapshot when enough has happened since the last one. */
export async function keepSnapshot(ctx: SittingContext, sitting: LiveSitting): Promise<void> {
  if (sitting.n - sitting.snapshotN < SNAPSHOT_EVERY) return;
  const { n, engine, states, room } = sitting;
  sitting.snapshotN = n;
  await ctx.db.log.putSnapshot(sitting.id, { n, state: { version: SNAPSHOT_VERSION, engine, states, room } });
}

/** Entries after number `n`, from memory when it holds them all. */
export async function entriesAfter(
  ctx: SittingContext,
  sitting: LiveSitting,
  n: number
): Promise<readonly Entry[]> {
  if (n >= sitting.n) return [];
  const first = sitting.recent[0]?.n ?? Infinity;
  if (first <= n + 1) return sitting.recent.slice(n + 1 - first);
  return ctx.db.log.read(sitting.id, n);
}

async function firstLoad(ctx: SittingContext, id: SittingId): Promise<LiveSitting> {
  const row = await ctx.db.read
    .selectFrom('sittings')
    .innerJoin('candidates', 'candidates.id', 'sittings.candidate_id')
    .innerJoin('sessions', 'sessions.id', 'sittings.session_id')
    .select(['sittings.session_id', 'sittings.candidate_id', 'sessions.scenario_hash', 'sessions.pace'])
    .select(['candidates.rate_num', 'candidates.rate_den'])
    .where('sittings.id', '=', id)
    .executeTakeFirst();
  if (!row) throw new DomainError('sitting.unknown', `no sitting ${id}`);
  const scenario = await ctx.scenario(row.scenario_hash);
  const snapshot = await ctx.db.log.snapshot(id);
  const kept = snapshot && isSnapshot(snapshot.state) ? snapshot.state : null;
  const n = kept && snapshot ? snapshot.n : 0;
  const folds: Folds = kept ?? startFolds(ctx, scenario);
  const sitting: LiveSitting = {
    id,
    session: row.session_id,
    candidate: row.candidate_id,
    rate: { num: row.rate_num * row.pace, den: row.rate_den },
    pace: row.pace,
    scenario,
    n,
    engine: folds.engine,
    states: folds.states,
    room: folds.room,
    recent: [],
    outbox: null,
    usedAt: ctx.now(),
    snapshotN: n
  };
  ctx.cache.set(sitting);
  return sitting;
}

const isSnapshot = (state: unknown): state is Folds =>
  typeof state === 'object' && state !== null && 'version' in state && state.version === SNAPSHOT_VERSION;
