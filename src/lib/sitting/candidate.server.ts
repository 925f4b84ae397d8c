import * as v from 'valibot';
import { DomainError } from '../kernel/domain-error';
import type { BlobHash } from '../kernel/ids';
import { phaseOf } from '../engine/queries';
import { earlyScene } from '../scene/early-scene';
import type { Account } from '../sessions/account';
import { identityConfirmed } from '../engine/events';
import type { BlobStream } from '../server/blobs';
import { isBlobHash, type SittingContext } from './context.server';
import { decide } from './decide.server';
import { handLowered, handRaised } from './events';
import { loadSitting } from './load-sitting.server';
import { ownSitting } from './own-sitting.server';

/**
 * The candidate says « c’est bien moi »: the prise en main begins. Saying it again changes nothing.
 * @throws DomainError `access.*`, `session.not-open`
 */
export async function confirmIdentity(ctx: SittingContext, account: Account | null): Promise<void> {
  const id = await ownSitting(ctx, account);
  const row = await ctx.db.read
    .selectFrom('sittings')
    .innerJoin('sessions', 'sessions.id', 'sittings.session_id')
    .select('sessions.opened_at')
    .where('sittings.id', '=', id)
    .executeTakeFirst();
  if (!row?.opened_at) throw new DomainError('session.not-open');
  const { sitting } = await decide(ctx, id, (draft) => {
    if (phaseOf(draft.folds.engine) === 'identity') draft.write('candidate', identityConfirmed({}));
  });
  await ctx.db.write((tx) =>
    tx
      .updateTable('candidates')
      .set({ identity_confirmed_at: ctx.now() })
      .where('id', '=', sitting.candidate)
      .where('identity_confirmed_at', 'is', null)
      .execute()
  );
}

const handBody = v.object({ raised: v.boolean() });

/**
 * Raises or lowers the hand (`{ raised }`). Saying the same again changes nothing.
 * @throws DomainError `access.*`, `sitting.malformed`
 */
export async function setHand(ctx: SittingContext, account: Account | null, body: unknown): Promise<void> {
  const id = await ownSitting(ctx, account);
  const parsed = v.safeParse(handBody, body);
  if (!parsed.success) throw new DomainError('sitting.malformed');
  const { raised } = parsed.output;
  const { append, sitting } = await decide(ctx, id, (draft) => {
    if ((draft.folds.room.handSince !== null) === raised) return;
    draft.write('candidate', raised ? handRaised({}) : handLowered({}));
  });
  if (append) await markHand(ctx, sitting.id, raised);
}

/** Tells the room's read model. */
export async function markHand(ctx: SittingContext, id: string, raised: boolean): Promise<void> {
  await ctx.db.write((tx) =>
    tx
      .updateTable('sittings')
      .set({ hand_raised_at: raised ? ctx.now() : null })
      .where('id', '=', id as never)
      .execute()
  );
}

const presenceBody = v.object({
  tab: v.pipe(v.string(), v.maxLength(80)),
  /** Gestures that the post has not delivered yet; a desk that does not say leaves it unknown. */
  pending: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0)))
});

/**
 * A sign of life of the tab that writes; kept in memory and written by the ticker, together with the others. With it
 * comes how much work is still on the post, so that the board tells a candidate who reads from one whose work waits.
 * @throws DomainError `access.*`, `sitting.malformed`, `tab.taken`
 */
export async function presence(ctx: SittingContext, account: Account | null, body: unknown): Promise<void> {
  const id = await ownSitting(ctx, account);
  const parsed = v.safeParse(presenceBody, body);
  if (!parsed.success) throw new DomainError('sitting.malformed');
  const sitting = await loadSitting(ctx, id);
  if (sitting.room.tab !== parsed.output.tab) throw new DomainError('tab.taken');
  const now = ctx.now();
  ctx.seen.set(id, now);
  const { pending } = parsed.output;
  if (pending === undefined) ctx.unsent.delete(id);
  else ctx.unsent.set(id, pending === 0 ? null : (ctx.unsent.get(id) ?? now));
}

/**
 * A piece that this candidate may have: of the scene once it is readable, or handed out by the script since.
 * @throws DomainError `access.*`, `blob.unknown` (not allowed is not told apart from not there)
 */
export async function readPiece(
  ctx: SittingContext,
  account: Account | null,
  hash: string
): Promise<BlobStream & { readonly hash: BlobHash }> {
  const sitting = await loadSitting(ctx, await ownSitting(ctx, account));
  if (!isBlobHash(hash)) throw new DomainError('blob.unknown');
  const { scene, blobs } = sitting.scenario;
  const shown = sitting.engine.started
    ? blobs.has(hash)
    : earlyScene(scene).files.some((file) => file.blob === hash);
  const readable = phaseOf(sitting.engine) !== 'identity' && shown;
  if (!readable && !sitting.room.delivered.includes(hash)) throw new DomainError('blob.unknown');
  return { ...(await ctx.blobs.stream(hash)), hash };
}
