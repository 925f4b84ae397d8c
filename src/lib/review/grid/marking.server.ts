import * as v from 'valibot';
import { DomainError } from '../../kernel/domain-error';
import type { Account } from '../../sessions/account';
import type { ReviewContext } from '../context.server';
import { gridOfCopy, otherJuror, requireCopy, requireJuror } from '../copy/copies.server';
import {
  agreementEvents,
  appendAgreementEvent,
  appendSheetEvent,
  readAgreement,
  readSheet,
  readSignatures
} from './grid-store.server';
import { settleJury } from '../jury/jury.server';
import { isAgreed } from './agreement';
import { markingSchema, missingCriteria, unsealSchema, type Sheet } from './marks';

/** Answer to a write: when it was kept (ms since 1970). */
export interface Kept {
  readonly wall: number;
}

/**
 * Writes one appreciation, comment or pin on my grid.
 * @throws DomainError `access.*`, `copy.*`, `grid.malformed`, `grid.unknown-criterion`, `grid.sealed`
 */
export async function writeMarking(
  ctx: ReviewContext,
  account: Account | null,
  number: string,
  input: unknown
): Promise<Kept> {
  const juror = requireJuror(account);
  const copy = await requireCopy(ctx, account, number);
  const parsed = v.safeParse(markingSchema, input);
  if (!parsed.success) throw new DomainError('grid.malformed', parsed.issues[0].message);
  const { criteria } = await gridOfCopy(ctx, copy);
  if (!criteria.some(({ id }) => id === parsed.output.d.criterion))
    throw new DomainError('grid.unknown-criterion');
  const wall = ctx.now();
  await ctx.db.write(async (tx) => {
    const sheet = await readSheet(tx, copy.sitting, juror.id);
    if (sheet.sealed) throw new DomainError('grid.sealed');
    if (isBlank(sheet)) await settleJury(tx, copy.session);
    await appendSheetEvent(tx, { copy, juror: juror.id, wall }, parsed.output);
  });
  return { wall };
}

/** Nothing is on the grid yet. */
const isBlank = ({ marks, comments, pins }: Sheet): boolean =>
  [marks, comments, pins].every((entries) => Object.keys(entries).length === 0);

/**
 * Seals my grid.
 * @throws DomainError `access.*`, `copy.*`, `grid.sealed`, `grid.incomplete` (`details.missing`: criteria without a mark)
 */
export async function sealSheet(ctx: ReviewContext, account: Account | null, number: string): Promise<Kept> {
  const juror = requireJuror(account);
  const copy = await requireCopy(ctx, account, number);
  const { criteria } = await gridOfCopy(ctx, copy);
  const wall = ctx.now();
  await ctx.db.write(async (tx) => {
    const sheet = await readSheet(tx, copy.sitting, juror.id);
    if (sheet.sealed) throw new DomainError('grid.sealed');
    const missing = missingCriteria(sheet, criteria);
    if (missing.length > 0)
      throw new DomainError('grid.incomplete', `${missing.length} criteria`, { missing });
    await appendSheetEvent(tx, { copy, juror: juror.id, wall }, { type: 'grid.sealed', d: {} });
  });
  return { wall };
}

/**
 * Opens my sealed grid again, before the agreement, with a reason that stays.
 * @throws DomainError `access.*`, `copy.*`, `grid.malformed` (no reason), `grid.open`, `grid.agreed`, `record.signed`
 */
export async function unsealSheet(
  ctx: ReviewContext,
  account: Account | null,
  number: string,
  input: unknown
): Promise<Kept> {
  const juror = requireJuror(account);
  const copy = await requireCopy(ctx, account, number);
  const parsed = v.safeParse(unsealSchema, input);
  if (!parsed.success) throw new DomainError('grid.malformed', parsed.issues[0].message);
  const { criteria } = await gridOfCopy(ctx, copy);
  const other = await otherJuror(ctx, copy, juror.id).catch(() => null);
  const wall = ctx.now();
  await ctx.db.write(async (tx) => {
    const mine = await readSheet(tx, copy.sitting, juror.id);
    if (!mine.sealed) throw new DomainError('grid.open');
    if ((await readSignatures(tx, copy.session)).length > 0) throw new DomainError('record.signed');
    const theirs: Sheet | null = other ? await readSheet(tx, copy.sitting, other.id) : null;
    if (theirs && isAgreed(criteria, [mine, theirs], await readAgreement(tx, copy.sitting)))
      throw new DomainError('grid.agreed');
    const event = { type: 'grid.unsealed', d: parsed.output } as const;
    await appendSheetEvent(tx, { copy, juror: juror.id, wall }, event);
    if ((await agreementEvents(tx, copy.sitting)).length > 0)
      await appendAgreementEvent(
        tx,
        { copy, wall },
        { type: 'agreement.reopened', d: { who: juror.id, reason: parsed.output.reason } }
      );
  });
  return { wall };
}
