import { DomainError } from '../kernel/domain-error';
import type { SittingId } from '../kernel/ids';
import type { Author, DeskEvent, EntryDraft, Gesture } from '../log/entry';
import type { AppendResult, OutboxSpan } from '../log/store';
import { deskReader } from '../desk/fold';
import { sittingOpened } from '../engine/events';
import { examTime } from '../engine/clock';
import type { FilesAt } from '../engine/freeze';
import { nextDueWall, phaseOf } from '../engine/queries';
import { ENGINE_VERSION, step, type StepInput } from '../engine/step';
import type { SittingContext } from './context.server';
import {
  advanceTo,
  currentSitting,
  foldOne,
  isBehind,
  keepSnapshot,
  type Folds
} from './load-sitting.server';
import type { LiveSitting } from './sitting-cache.server';

const MOST_TRIES = 8;

/** A decision being taken on a sitting at one wall instant: entries not yet written, and the folds as if they were. */
export class Draft {
  readonly entries: EntryDraft[] = [];
  /** Set by whoever writes gestures of a browser. */
  outbox: OutboxSpan | undefined;
  folds: Folds;

  constructor(
    readonly ctx: SittingContext,
    readonly sitting: LiveSitting,
    readonly wall: number
  ) {
    this.folds = sitting;
    if (!sitting.engine.engine) this.#open();
  }

  /** Fires what has come due. */
  tick(): void {
    this.#take({ tick: true });
  }

  /** Writes what somebody did, and all that follows from it. @throws the DomainErrors of `engine/control.ts` */
  write(by: Author, gesture: Gesture): void {
    this.#take({ by, gesture });
  }

  /** Writes a candidate's gesture with the facts that the applications see in it; returns its index in `entries`. */
  gesture(gesture: Gesture): number {
    this.tick();
    const { scenario } = this.sitting;
    const { engine } = this.folds;
    const t = Math.min(engine.endMs, Math.max(engine.t, examTime(engine.clock, this.wall)));
    const event = { ...gesture, by: 'candidate', t, wall: this.wall } as const;
    const after = foldOne(this.ctx, scenario, this.folds, event);
    const facts = this.ctx.program.factsOf(event, deskReader(scenario.scene, after.states));
    const index = this.entries.length;
    this.#take({ by: 'candidate', gesture, facts }, { event, after });
    return index;
  }

  /** Sequence of the last gesture of an outbox in the log as it was when the decision began; 0 when none is. */
  async outboxHead(outbox: string): Promise<number> {
    const { id, outbox: kept } = this.sitting;
    return kept?.id === outbox ? kept.last : this.ctx.db.log.outboxHead(id, outbox);
  }

  #open(): void {
    const { id, session, rate, pace, scenario } = this.sitting;
    const { draw, durationMs } = scenario.runnable.compiled;
    this.write(
      'system',
      sittingOpened({
        scenario: scenario.hash,
        engine: ENGINE_VERSION,
        seed: draw === 'common' ? session : id,
        rate,
        ...(pace > 1 && { pace }),
        endMs: durationMs
      })
    );
  }

  /** `known` is what the fold of the first entry gives when that entry is the event itself: it is not folded twice. */
  #take(input: StepInput, known?: { readonly event: DeskEvent; readonly after: Folds }): void {
    const { scenario } = this.sitting;
    const entries = step(
      scenario.runnable,
      this.folds.engine,
      input,
      this.wall,
      this.#filesAfter(this.folds)
    );
    for (const [index, entry] of entries.entries()) {
      this.folds =
        known && index === 0 && isSame(entry, known.event)
          ? known.after
          : foldOne(this.ctx, scenario, this.folds, entry);
      this.entries.push(entry);
    }
  }

  /** What the candidate has made, on the desk of `before` and after what the engine has decided since. */
  #filesAfter(before: Folds): FilesAt {
    const { ctx } = this;
    const { scenario } = this.sitting;
    return (written, deliverable) => {
      const { states } = written.reduce((folds, entry) => foldOne(ctx, scenario, folds, entry), before);
      return ctx.program.productionsFor(deskReader(scenario.scene, states), deliverable);
    };
  }
}

/** Whether the fold of an entry is that of an event: nothing of what a fold reads differs. */
const isSame = (entry: EntryDraft, event: DeskEvent & { readonly wall?: number }): boolean =>
  entry.type === event.type &&
  entry.v === event.v &&
  entry.d === event.d &&
  entry.by === event.by &&
  entry.t === event.t &&
  entry.wall === event.wall;

export interface Decided<T> {
  readonly result: T;
  /** `null` when there was nothing to write. */
  readonly append: AppendResult | null;
  readonly sitting: LiveSitting;
}

/**
 * Takes a decision and writes it durably: loads the sitting, lets `work` draft, appends on the condition that nobody has
 * written since, and begins again when somebody has. The first try trusts what this node remembers without asking the
 * database: an append checks it inside its transaction, and any other outcome (a refusal, nothing to write) counts only
 * once it is sure that no other node has written. `work` may throw a DomainError: then nothing is written.
 * @throws DomainError `sitting.unknown`, `sitting.sealed`, `sitting.busy` (too many conflicts), those of `work` and of the log
 */
export async function decide<T>(
  ctx: SittingContext,
  id: SittingId,
  work: (draft: Draft) => T | Promise<T>,
  options: { readonly wall?: number; readonly seen?: boolean; readonly always?: boolean } = {}
): Promise<Decided<T>> {
  return ctx.cache.alone(id, async () => {
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      const remembered = tries === 0 ? ctx.cache.get(id) : undefined;
      if (remembered) remembered.usedAt = ctx.now();
      const sitting = remembered ?? (await currentSitting(ctx, id));
      const before = phaseOf(sitting.engine);
      let draft: Draft;
      let result: T;
      try {
        draft = new Draft(ctx, sitting, options.wall ?? ctx.now());
        result = await work(draft);
        const idle = draft.entries.length === 0 && !draft.outbox && !options.always;
        if (idle && remembered && (await isBehind(ctx, remembered))) continue;
        if (idle) return { result, append: null, sitting };
        if (sitting.room.sealed) throw new DomainError('sitting.sealed');
      } catch (fault) {
        if (remembered && (await isBehind(ctx, remembered))) continue;
        throw fault;
      }
      const append = await tryAppend(draft, options.seen ?? false);
      if (!append) continue;
      if (!append.repeated) advanceTo(sitting, append.entries, draft.folds);
      rememberOutbox(sitting, draft.outbox, append);
      await keepSnapshot(ctx, sitting);
      if (before !== 'over' && phaseOf(sitting.engine) === 'over') await closeSession(ctx, sitting);
      return { result, append, sitting };
    }
    throw new DomainError('sitting.busy', `sitting ${id} changes too fast`);
  });
}

/** What was just written is the head of its outbox; what somebody else had written leaves it unknown. */
function rememberOutbox(
  sitting: LiveSitting,
  span: OutboxSpan | undefined,
  { repeated }: AppendResult
): void {
  if (!span) return;
  sitting.outbox = repeated ? null : { id: span.id, last: span.from + span.indexes.length - 1 };
}

/** What an append is refused with when its decision was taken on a log that has grown since. */
const OVERTAKEN: ReadonlySet<string> = new Set(['log.conflict', 'outbox.overlap']);

/** Writes a draft; `null` when the log has grown since it was loaded. */
async function tryAppend(draft: Draft, seen: boolean): Promise<AppendResult | null> {
  const { ctx, sitting, folds, entries, outbox, wall } = draft;
  try {
    return await ctx.db.log.append({
      sitting: sitting.id,
      expectedN: sitting.n,
      entries,
      ...(outbox && { outbox }),
      nextDueAt: nextDueWall(folds.engine),
      status: folds.room.sealed ? 'sealed' : phaseOf(folds.engine),
      ...(seen && { seenAt: wall })
    });
  } catch (error) {
    if (error instanceof DomainError && OVERTAKEN.has(error.code)) return null;
    throw error;
  }
}

/** The session is over when its last sitting is. */
async function closeSession(ctx: SittingContext, { session, id }: LiveSitting): Promise<void> {
  const open = await ctx.db.read
    .selectFrom('sittings')
    .innerJoin('accounts', 'accounts.id', 'sittings.candidate_id')
    .select('sittings.id')
    .where('sittings.session_id', '=', session)
    .where('sittings.id', '!=', id)
    .where('accounts.revoked_at', 'is', null)
    // Whoever never came does not keep the session open.
    .where('sittings.status', 'not in', ['over', 'sealed', 'identity'])
    .executeTakeFirst();
  if (open) return;
  await ctx.db.write((tx) =>
    tx
      .updateTable('sessions')
      .set({ ended_at: ctx.now() })
      .where('id', '=', session)
      .where('ended_at', 'is', null)
      .execute()
  );
  ctx.db.bus.publish({ kind: 'session', session });
}
