import type { Transaction } from 'kysely';
import { DomainError } from '../../kernel/domain-error';
import type { Schema, ScenarioVersionRow } from '../../server/db/schema';
import type { AuthoringContext } from './context.server';
import type { PieceRef, ScenarioContent, ScenarioDraft } from './model';

/** What a save adds to its scenario. */
export interface NewVersion extends ScenarioContent {
  readonly author: string;
  readonly note: string;
}

const bySortedName = (pieces: readonly PieceRef[]): readonly PieceRef[] =>
  pieces.toSorted((left, right) => (left.name < right.name ? -1 : 1));
const sortedTexts = (texts: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(texts).sort(([left], [right]) => (left < right ? -1 : 1)));

/** A row as a draft. */
export function draftOfRow(row: ScenarioVersionRow): ScenarioDraft {
  return {
    id: row.scenario,
    version: row.n,
    shipped: false,
    texts: JSON.parse(row.texts) as Record<string, string>,
    pieces: JSON.parse(row.pieces) as PieceRef[],
    at: row.at,
    author: row.author,
    publishedHash: row.published_hash
  };
}

/** The newest version of a scenario that is not deleted, or `null`. */
export async function latestVersion(
  ctx: Pick<AuthoringContext, 'db'>,
  id: string
): Promise<ScenarioDraft | null> {
  const row = await ctx.db.read
    .selectFrom('scenario_versions')
    .innerJoin('authored_scenarios', 'authored_scenarios.id', 'scenario_versions.scenario')
    .selectAll('scenario_versions')
    .where('scenario', '=', id)
    .where('deleted_at', 'is', null)
    .orderBy('n', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? draftOfRow(row) : null;
}

/**
 * One version, of a deleted scenario too.
 * @throws DomainError `draft.unknown-version`
 */
export async function oneVersion(
  ctx: Pick<AuthoringContext, 'db'>,
  id: string,
  n: number
): Promise<ScenarioDraft> {
  const row = await ctx.db.read
    .selectFrom('scenario_versions')
    .selectAll()
    .where('scenario', '=', id)
    .where('n', '=', n)
    .executeTakeFirst();
  if (!row) throw new DomainError('draft.unknown-version', `no version ${n} of ${id}`);
  return draftOfRow(row);
}

/**
 * Adds the version after `expected`, or nothing when somebody has saved in between.
 * @returns the number of the new version
 * @throws DomainError `draft.conflict`
 */
export async function appendVersion(
  ctx: AuthoringContext,
  id: string,
  expected: number,
  version: NewVersion
): Promise<number> {
  return ctx.db.write(async (tx) => {
    const head = await tx
      .selectFrom('scenario_versions')
      .select((eb) => eb.fn.max('n').as('n'))
      .where('scenario', '=', id)
      .executeTakeFirst();
    if ((head?.n ?? 0) !== expected)
      throw new DomainError('draft.conflict', `expected ${expected}, found ${head?.n ?? 0}`);
    await insertVersion(tx, id, expected + 1, ctx.now(), version);
    return expected + 1;
  });
}

/** Writes a row; two nodes that write the same number: the second is refused. */
async function insertVersion(
  tx: Transaction<Schema>,
  id: string,
  n: number,
  at: number,
  { texts, pieces, author, note }: NewVersion
): Promise<void> {
  const written = await tx
    .insertInto('scenario_versions')
    .values({
      ...{ scenario: id, n, at, author, note },
      texts: JSON.stringify(sortedTexts(texts)),
      pieces: JSON.stringify(bySortedName(pieces)),
      ...{ published_hash: null, published_at: null, offer: null }
    })
    .onConflict((conflict) => conflict.columns(['scenario', 'n']).doNothing())
    .executeTakeFirst();
  if (written.numInsertedOrUpdatedRows !== 1n) throw new DomainError('draft.conflict', `${id} ${n} exists`);
}

/**
 * Takes a name and writes its first version.
 * @throws DomainError `draft.name-taken` (by a deleted scenario too)
 */
export async function createFirstVersion(
  ctx: AuthoringContext,
  id: string,
  version: NewVersion
): Promise<void> {
  const at = ctx.now();
  await ctx.db.write(async (tx) => {
    const taken = await tx
      .insertInto('authored_scenarios')
      .values({ id, created_at: at, created_by: version.author, deleted_at: null, deleted_by: null })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .executeTakeFirst();
    if (taken.numInsertedOrUpdatedRows !== 1n) throw new DomainError('draft.name-taken', id);
    await insertVersion(tx, id, 1, at, version);
  });
}
