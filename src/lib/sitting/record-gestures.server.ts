import * as v from 'valibot';
import { DomainError } from '../kernel/domain-error';
import type { Gesture } from '../log/entry';
import { parseGesture } from '../log/event-definition';
import { phaseOf } from '../engine/queries';
import type { Account } from '../sessions/account';
import type { SittingContext } from './context.server';
import { decide, type Draft } from './decide.server';
import { ownSitting } from './own-sitting.server';
import type { GestureReceipt } from './wire';

/** Largest body of a batch, in bytes, and most gestures in it. */
export const BATCH_BYTES = 512 * 1024;
export const BATCH_GESTURES = 500;

const name = v.pipe(v.string(), v.minLength(1), v.maxLength(80));
const batchSchema = v.object({
  outbox: name,
  tab: name,
  from: v.pipe(v.number(), v.integer(), v.minValue(1)),
  late: v.optional(v.boolean(), false),
  gestures: v.pipe(
    v.array(v.object({ type: name, v: v.pipe(v.number(), v.integer()), d: v.unknown() })),
    v.minLength(1)
  )
});

/**
 * Writes a batch of the candidate's durable outbox: all of it or nothing. What is already there is not written again and
 * gets the same entry numbers. Accepted in any phase after the identity, late ones too (dated at the end) until the
 * archive is sealed.
 * @throws DomainError `access.*`, `batch.malformed`, `batch.too-large`, `event.*` (nothing is written), `sitting.not-yet`,
 *   `tab.taken`, `outbox.gap` (`details.expected`), `outbox.foreign`, `sitting.sealed`
 */
export async function recordGestures(
  ctx: SittingContext,
  account: Account | null,
  body: unknown
): Promise<GestureReceipt> {
  const id = await ownSitting(ctx, account);
  const parsed = v.safeParse(batchSchema, body);
  if (!parsed.success) throw new DomainError('batch.malformed', parsed.issues[0].message);
  const { outbox, tab, from, late, gestures: raw } = parsed.output;
  if (raw.length > BATCH_GESTURES) throw new DomainError('batch.too-large');
  const gestures = raw.map((gesture) => parseGesture(ctx.program.gestures, 'candidate', gesture as Gesture));
  const { result, append } = await decide(
    ctx,
    id,
    async (draft) => {
      requireWriter(draft, late ? null : tab);
      const known = await draft.outboxHead(outbox);
      if (from > known + 1)
        throw new DomainError('outbox.gap', 'gestures are missing', { expected: known + 1 });
      const repeated = Math.min(gestures.length, known - from + 1);
      const ns = repeated > 0 ? await ctx.db.log.receipt(id, outbox, from, repeated) : [];
      const indexes = gestures.slice(Math.max(0, repeated)).map((gesture) => draft.gesture(gesture));
      if (indexes.length > 0) draft.outbox = { id: outbox, from: from + Math.max(0, repeated), indexes };
      return ns;
    },
    { seen: true }
  );
  return { ns: [...result, ...(append?.ns ?? [])], wall: ctx.now() };
}

/**
 * The sequence that the server expects next of an outbox.
 * @throws DomainError `access.*`
 */
export async function expectedSequence(
  ctx: SittingContext,
  account: Account | null,
  outbox: string
): Promise<{ readonly expected: number }> {
  const id = await ownSitting(ctx, account);
  return { expected: (await ctx.db.log.outboxHead(id, outbox)) + 1 };
}

/** `tab` is `null` for work recorded before a tab was taken over: any tab of the candidate may deliver it. */
function requireWriter({ sitting, folds }: Draft, tab: string | null): void {
  if (tab !== null && sitting.room.tab !== tab) throw new DomainError('tab.taken');
  if (phaseOf(folds.engine) === 'identity') throw new DomainError('sitting.not-yet');
}
