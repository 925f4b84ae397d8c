import type { Account } from '../../sessions/account';
import type { JuryTask, ScriptSummary } from '../../scenario/jury';
import type { Dossier, TaskSheet } from '../../scene/scene';
import type { ReviewContext } from '../context.server';
import { copyState, type CopyState } from '../grid/copy-state';
import { gridOf, type Grid } from '../grid/grid';
import { readAgreement, readSheet, readSignatures } from '../grid/grid-store.server';
import { emptySheet, type Sheet } from '../grid/marks';
import { findReferential } from '../../referential/catalogue';
import { listCopies, otherJuror, requireCopy, requireJuror, type CopyLine } from './copies.server';
import type { CopyFile } from './copy-file';
import { copyFile } from './read-copy.server';

/** Everything that the correction screen shows of one copy, for one juror. Nothing of the other juror’s grid is in it. */
export interface CopyView {
  readonly number: string;
  readonly state: CopyState;
  readonly titleName: string;
  readonly scenarioTitle: string;
  readonly grid: Grid;
  readonly sheet: Sheet;
  readonly file: CopyFile;
  readonly tasks: readonly JuryTask[];
  readonly script: readonly ScriptSummary[];
  readonly subject: { readonly dossier: Dossier; readonly tasks: readonly TaskSheet[] };
  /** My copies, for the next one. */
  readonly copies: readonly CopyLine[];
}

/** One copy. @throws DomainError `access.*`, `copy.*` */
export async function readCopyView(
  ctx: ReviewContext,
  account: Account | null,
  number: string
): Promise<CopyView> {
  const juror = requireJuror(account);
  const copy = await requireCopy(ctx, account, number);
  const jury = await ctx.jury(copy.scenarioHash);
  const { scene } = await ctx.scenario(copy.scenarioHash);
  const grid = gridOf(jury);
  const sheet = await readSheet(ctx.db.read, copy.sitting, juror.id);
  const other = await otherJuror(ctx, copy, juror.id).catch(() => null);
  const theirs = other ? await readSheet(ctx.db.read, copy.sitting, other.id) : emptySheet;
  const progress = {
    ...{ over: copy.over, started: copy.started, criteria: grid.criteria, mine: sheet, other: theirs },
    agreement: await readAgreement(ctx.db.read, copy.sitting),
    signed: (await readSignatures(ctx.db.read, copy.session)).length > 0
  };
  return {
    number,
    state: copyState(progress),
    titleName: findReferential(jury.referential)?.title.name ?? jury.referential,
    scenarioTitle: jury.scenario.title,
    grid,
    sheet,
    file: await copyFile(ctx, copy),
    tasks: jury.tasks,
    script: jury.script,
    subject: { dossier: scene.dossier, tasks: scene.tasks },
    copies: await listCopies(ctx, account)
  };
}
