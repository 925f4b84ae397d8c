import { DomainError } from '../../kernel/domain-error';
import type { SittingId } from '../../kernel/ids';
import { canonicalJson } from '../../kernel/canonical-json';
import type { Entry } from '../../log/entry';
import { upcast } from '../../log/event-definition';
import { foldOne, startFolds, type Folds } from '../../sitting/load-sitting.server';
import type { Account } from '../../sessions/account';
import { requireInSession, requireRole } from '../../sessions/authorise';
import type { ReviewContext } from '../context.server';
import { copiesOf, type Copy } from '../copy/copies.server';
import { copyFile } from '../copy/read-copy.server';
import { readRecord } from '../record/record.server';
import { gridFiles } from './archive-grid.server';
import { productionFiles } from './archive-productions.server';
import { NAMES } from './manifest';
import { pack } from './pack.server';
import { readme } from './readme';
import { signingKey } from './signing-key.server';

/** An archive ready to be sent. */
export interface Archive {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * The signed archive of a copy: for the session’s head once the sitting is over, for its jurors once the record is signed by all.
 * @throws DomainError `access.*`, `copy.unknown`, `copy.running`, `archive.not-signed`
 */
export async function makeArchive(
  ctx: ReviewContext,
  account: Account | null,
  sitting: SittingId
): Promise<Archive> {
  requireRole(account, 'head', 'juror');
  const row = await ctx.db.read
    .selectFrom('sittings')
    .select('session_id')
    .where('id', '=', sitting)
    .executeTakeFirst();
  if (!row) throw new DomainError('copy.unknown');
  const reader = requireInSession(account, row.session_id, 'head', 'juror');
  const copy = (await copiesOf(ctx, row.session_id)).find((one) => one.sitting === sitting);
  if (!copy) throw new DomainError('copy.unknown');
  if (!copy.over) throw new DomainError('copy.running');
  if (reader.role === 'juror' && !(await readRecord(ctx, account, row.session_id)).locked)
    throw new DomainError('archive.not-signed');
  return buildArchive(ctx, copy);
}

/** Builds the archive without asking who wants it. */
export async function buildArchive(ctx: ReviewContext, copy: Copy): Promise<Archive> {
  const scenario = await ctx.scenario(copy.scenarioHash);
  const session = await ctx.db.read
    .selectFrom('sessions')
    .selectAll()
    .where('id', '=', copy.session)
    .executeTakeFirstOrThrow();
  const entries = await rawEntries(ctx, copy.sitting);
  /** Deliverables of one task are kept at one entry: it is folded once for them all. */
  const folded = new Map<number, Folds>();
  const fold = (upTo: number): Folds => {
    const folds =
      folded.get(upTo) ??
      entries
        .slice(0, upTo)
        .reduce(
          (before, entry) => foldOne(ctx, scenario, before, upcast(ctx.program.registry, entry)),
          startFolds(ctx, scenario)
        );
    folded.set(upTo, folds);
    return folds;
  };
  const { productions } = await copyFile(ctx, copy);
  const closedAt = entries.at(-1)?.wall ?? 0;
  const contents = new Map<string, Uint8Array>([
    [NAMES.journal, new TextEncoder().encode(entries.map((entry) => `${canonicalJson(entry)}\n`).join(''))],
    [NAMES.readme, new TextEncoder().encode(readme(copy.number))],
    ...(await productionFiles(
      ctx,
      scenario.scene,
      fold(entries.length).states,
      (n) => Promise.resolve(fold(n).states),
      productions
    )),
    ...(await gridFiles(ctx, copy, closedAt))
  ]);
  const bytes = await pack(
    contents,
    {
      copy: copy.number,
      session: {
        ...{
          id: session.id,
          name: session.name,
          title: session.title,
          referential: session.referential_version
        },
        ...{ centre: session.centre, day: session.day }
      },
      scenario: { id: session.scenario, hash: copy.scenarioHash },
      journal: { entries: entries.length, head: entries.at(-1)?.hash ?? '0'.repeat(64) }
    },
    await signingKey(ctx.db)
  );
  return { name: `plateau-${session.day}-copie-${copy.number.replace(/[^\w-]/g, '_')}.zip`, bytes };
}

/** Entries as they were written: upcasting would break their hashes. */
async function rawEntries(ctx: ReviewContext, sitting: SittingId): Promise<readonly Entry[]> {
  const entries: Entry[] = [];
  for (;;) {
    const page = await ctx.db.log.read(sitting, entries.length);
    if (page.length === 0) return entries;
    entries.push(...page);
  }
}
