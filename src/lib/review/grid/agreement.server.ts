import * as v from 'valibot';
import { DomainError } from '../../kernel/domain-error';
import type { AccountId } from '../../kernel/ids';
import type { Account } from '../../sessions/account';
import type { ReviewContext } from '../context.server';
import { gridOfCopy, otherJuror, requireCopy, requireJuror, type Copy } from '../copy/copies.server';
import { differences, settleSchema, unsettled, type Agreement } from './agreement';
import { appendAgreementEvent, readAgreement, readSheet, readSignatures } from './grid-store.server';
import type { GridCriterion } from './grid';
import type { Kept } from './marking.server';
import type { Mark, Sheet } from './marks';

/** One criterion on which the two grids differ. */
export interface Difference {
  readonly criterion: GridCriterion;
  readonly mine: { readonly mark: Mark; readonly comment: string };
  readonly other: { readonly mark: Mark; readonly comment: string };
  readonly settled: { readonly mark: Mark; readonly motive: string } | null;
}

/** What the agreement screen shows: the differences alone. */
export interface AgreementView {
  readonly number: string;
  readonly criteria: number;
  readonly differences: readonly Difference[];
  readonly confirmedByMe: boolean;
  readonly confirmedByOther: boolean;
  readonly locked: boolean;
}

/** Both grids of a copy. Until both are sealed nobody gets them. @throws DomainError `agreement.not-sealed`, `copy.no-pair` */
async function bothSheets(
  ctx: ReviewContext,
  db: Parameters<typeof readSheet>[0],
  copy: Copy,
  juror: AccountId
): Promise<readonly [Sheet, Sheet]> {
  const other = await otherJuror(ctx, copy, juror);
  const sheets = [
    await readSheet(db, copy.sitting, juror),
    await readSheet(db, copy.sitting, other.id)
  ] as const;
  if (!sheets.every((sheet) => sheet.sealed)) throw new DomainError('agreement.not-sealed');
  return sheets;
}

/** The differences of a copy. @throws DomainError `access.*`, `copy.*`, `agreement.not-sealed` */
export async function readDifferences(
  ctx: ReviewContext,
  account: Account | null,
  number: string
): Promise<AgreementView> {
  const juror = requireJuror(account);
  const copy = await requireCopy(ctx, account, number);
  const [mine, other] = await bothSheets(ctx, ctx.db.read, copy, juror.id);
  const agreement = await readAgreement(ctx.db.read, copy.sitting);
  const { criteria } = await gridOfCopy(ctx, copy);
  const differing = new Set(differences(criteria, [mine, other]));
  const side = (sheet: Sheet, id: string) => ({ mark: sheet.marks[id]!, comment: sheet.comments[id] ?? '' });
  return {
    number,
    criteria: criteria.length,
    differences: criteria
      .filter(({ id }) => differing.has(id))
      .map((criterion) => ({
        criterion,
        mine: side(mine, criterion.id),
        other: side(other, criterion.id),
        settled: agreement.settled[criterion.id] ?? null
      })),
    confirmedByMe: agreement.confirmed.includes(juror.id),
    confirmedByOther: agreement.confirmed.some((who) => who !== juror.id),
    locked: (await readSignatures(ctx.db.read, copy.session)).length > 0
  };
}

/** Who has not sealed yet, while the agreement of a copy is shut. */
export interface AgreementWait {
  readonly number: string;
  /** My own grid is still open. */
  readonly mine: boolean;
  /** Name of the other juror while theirs is; `null` once it is sealed. */
  readonly other: string | null;
}

/** Whom the agreement of a copy waits for; `null` once it is open. @throws DomainError `access.*`, `copy.*` */
export async function readAgreementWait(
  ctx: ReviewContext,
  account: Account | null,
  number: string
): Promise<AgreementWait | null> {
  const juror = requireJuror(account);
  const copy = await requireCopy(ctx, account, number);
  const other = await otherJuror(ctx, copy, juror.id);
  const mine = await readSheet(ctx.db.read, copy.sitting, juror.id);
  const theirs = await readSheet(ctx.db.read, copy.sitting, other.id);
  if (mine.sealed && theirs.sealed) return null;
  return { number, mine: !mine.sealed, other: theirs.sealed ? null : other.name };
}

/** Runs a write on the agreement of a copy, once both grids are sealed and while nobody has signed the record. */
async function onAgreement(
  ctx: ReviewContext,
  account: Account | null,
  number: string,
  work: (
    facts: {
      readonly criteria: readonly GridCriterion[];
      readonly sheets: readonly [Sheet, Sheet];
      readonly agreement: Agreement;
      readonly juror: AccountId;
    },
    append: (event: Parameters<typeof appendAgreementEvent>[2]) => Promise<number>
  ) => Promise<unknown>
): Promise<Kept> {
  const juror = requireJuror(account);
  const copy = await requireCopy(ctx, account, number);
  const { criteria } = await gridOfCopy(ctx, copy);
  const wall = ctx.now();
  await ctx.db.write(async (tx) => {
    const sheets = await bothSheets(ctx, tx, copy, juror.id);
    if ((await readSignatures(tx, copy.session)).length > 0) throw new DomainError('record.signed');
    const agreement = await readAgreement(tx, copy.sitting);
    await work({ criteria, sheets, agreement, juror: juror.id }, (event) =>
      appendAgreementEvent(tx, { copy, wall }, event)
    );
  });
  return { wall };
}

/**
 * Settles a difference; the confirmations given before fall.
 * @throws DomainError `access.*`, `copy.*`, `agreement.*`, `record.signed`, `grid.malformed` (no motive)
 */
export const settleDifference = (
  ctx: ReviewContext,
  account: Account | null,
  number: string,
  input: unknown
): Promise<Kept> =>
  onAgreement(ctx, account, number, async ({ criteria, sheets, juror }, append) => {
    const parsed = v.safeParse(settleSchema, input);
    if (!parsed.success) throw new DomainError('grid.malformed', parsed.issues[0].message);
    if (!differences(criteria, sheets).includes(parsed.output.criterion))
      throw new DomainError('agreement.no-difference');
    await append({ type: 'agreement.settled', d: { who: juror, ...parsed.output } });
  });

/**
 * Confirms the agreed values, for me.
 * @throws DomainError `access.*`, `copy.*`, `agreement.not-sealed`, `agreement.unsettled` (`details.missing`), `record.signed`
 */
export const confirmAgreement = (
  ctx: ReviewContext,
  account: Account | null,
  number: string
): Promise<Kept> =>
  onAgreement(ctx, account, number, async ({ criteria, sheets, agreement, juror }, append) => {
    const missing = unsettled(criteria, sheets, agreement);
    if (missing.length > 0)
      throw new DomainError('agreement.unsettled', `${missing.length} criteria`, { missing });
    await append({ type: 'agreement.confirmed', d: { who: juror } });
  });
