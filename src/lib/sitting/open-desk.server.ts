import { DomainError } from '../kernel/domain-error';
import { idFromBytes } from '../kernel/ids';
import { earlyScene } from '../scene/early-scene';
import type { ModelId } from '../desk/app-model';
import { clockOf, phaseOf } from '../engine/queries';
import type { Account } from '../sessions/account';
import type { SittingContext } from './context.server';
import { decide } from './decide.server';
import { deskOpened } from './events';
import { loadSitting } from './load-sitting.server';
import { ownSitting } from './own-sitting.server';
import type { LiveSitting } from './sitting-cache.server';
import { pausedOf } from './view';
import type { ModelSnapshot, Opening } from './wire';

/**
 * Opens the candidate's desk. Without `tab`, gives a new ticket: from then on this tab alone may write. With the ticket
 * that it already has, only reads again.
 * @throws DomainError `access.*`, `tab.taken` (the given ticket is not the newest)
 */
export async function openDesk(
  ctx: SittingContext,
  account: Account | null,
  tab: string | null
): Promise<Opening> {
  const id = await ownSitting(ctx, account);
  const { sitting, result } = await decide(ctx, id, (draft) => {
    draft.tick();
    if (tab !== null) {
      if (draft.sitting.room.tab !== tab) throw new DomainError('tab.taken');
      return tab;
    }
    const ticket = `tab-${idFromBytes(ctx.randomBytes(12))}`;
    draft.write('system', deskOpened({ tab: ticket }));
    return ticket;
  });
  return openingOf(ctx, sitting, result);
}

async function openingOf(ctx: SittingContext, sitting: LiveSitting, tab: string): Promise<Opening> {
  const { engine, scenario, n, states, room } = sitting;
  const phase = phaseOf(engine);
  const hidden = phase === 'identity';
  const early = phase === 'familiarisation' || phase === 'ready';
  const light = [...ctx.program.lightModels].filter((model) => model in states);
  const row = await ctx.db.read
    .selectFrom('candidates')
    .innerJoin('sessions', 'sessions.id', 'candidates.session_id')
    .innerJoin('sittings', 'sittings.candidate_id', 'candidates.id')
    .select(['first_name', 'last_name', 'number', 'post', 'sessions.name', 'sessions.centre', 'last_ack_at'])
    .where('candidates.id', '=', sitting.candidate)
    .executeTakeFirstOrThrow();
  return {
    sitting: sitting.id,
    phase,
    candidate: {
      name: `${row.first_name} ${row.last_name}`,
      number: row.number,
      post: row.post,
      extraTime: sitting.rate.num !== sitting.rate.den * sitting.pace
    },
    session: { title: row.name, centre: row.centre },
    clock: clockOf(engine),
    wall: ctx.now(),
    n,
    scene: hidden ? null : early ? earlyScene(scenario.scene) : scenario.scene,
    states: hidden || early ? {} : Object.fromEntries(light.map((model) => [model, states[model]])),
    tab,
    paused: pausedOf(engine),
    handRaised: room.handSince !== null,
    words: room.words,
    savedAt: row.last_ack_at
  };
}

/**
 * The state of one heavy model at the head of the log.
 * @throws DomainError `access.*`, `model.unknown`, `sitting.not-yet` (before the start)
 */
export async function modelSnapshot(
  ctx: SittingContext,
  account: Account | null,
  model: string
): Promise<ModelSnapshot> {
  const sitting = await loadSitting(ctx, await ownSitting(ctx, account));
  if (!ctx.program.models.some(({ id }) => id === model)) throw new DomainError('model.unknown');
  if (!sitting.engine.started) throw new DomainError('sitting.not-yet');
  return { n: sitting.n, state: sitting.states[model as ModelId] };
}
