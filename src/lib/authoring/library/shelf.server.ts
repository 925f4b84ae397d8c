import type { Account } from '../../sessions/account';
import { requireRole } from '../../sessions/authorise';
import type { AuthoringContext } from './context.server';
import { type DeletedItem, type ScenarioDraft, type ShelfItem } from './model';
import { readShipped, shippedIds } from './shipped.server';
import { latestVersion } from './versions.server';
import { topValue } from './yaml-values';

/** Everything on the shelf, and what was taken off it. */
export interface Shelf {
  readonly items: readonly ShelfItem[];
  readonly deleted: readonly DeletedItem[];
}

/**
 * The scenarios of the centre and those of the program, in the order of a dictionary.
 * @throws DomainError `access.*`
 */
export async function listShelf(ctx: AuthoringContext, account: Account | null): Promise<Shelf> {
  requireRole(account, 'author', 'head');
  const rows = await ctx.db.read.selectFrom('authored_scenarios').selectAll().execute();
  const own = rows.filter((row) => row.deleted_at === null).map(({ id }) => id);
  const published = await publishedVersions(ctx);
  const shipped = (await shippedIds(ctx.scenariosDirectory)).filter((id) => !own.includes(id));
  const drafts = [
    ...(await Promise.all(own.map((id) => latestVersion(ctx, id)))),
    ...(await Promise.all(shipped.map((id) => readShipped(ctx.scenariosDirectory, id))))
  ].filter((draft) => draft !== null);
  const items = drafts.map((draft) => shelfItem(ctx, draft, published.get(draft.id) ?? null));
  return {
    items: items.sort((a, b) => (a.title ?? a.id).localeCompare(b.title ?? b.id, 'fr')),
    deleted: await deletedItems(
      ctx,
      rows.filter((row) => row.deleted_at !== null)
    )
  };
}

/** One line of the shelf, checked now: what the checker knows grows with the program. */
function shelfItem(ctx: AuthoringContext, draft: ScenarioDraft, publishedVersion: number | null): ShelfItem {
  const text = draft.texts['scenario.yaml'] ?? '';
  return {
    id: draft.id,
    title: topValue(text, 'titre'),
    referential: topValue(text, 'referentiel'),
    duration: topValue(text, 'duree'),
    ...ctx.checks.counts(draft.id, draft),
    shipped: draft.shipped,
    version: draft.version,
    at: draft.at,
    author: draft.author,
    publishedVersion
  };
}

/** Number of the newest published version, by scenario. */
export async function publishedVersions(
  ctx: Pick<AuthoringContext, 'db'>
): Promise<ReadonlyMap<string, number>> {
  const rows = await ctx.db.read
    .selectFrom('scenario_versions')
    .select((eb) => ['scenario', eb.fn.max('n').as('n')])
    .where('published_hash', 'is not', null)
    .groupBy('scenario')
    .execute();
  return new Map(rows.map(({ scenario, n }) => [scenario, Number(n)]));
}

async function deletedItems(
  ctx: AuthoringContext,
  rows: readonly { id: string; deleted_at: number | null; deleted_by: string | null }[]
): Promise<readonly DeletedItem[]> {
  return Promise.all(
    rows.map(async ({ id, deleted_at, deleted_by }) => {
      const last = await ctx.db.read
        .selectFrom('scenario_versions')
        .select('texts')
        .where('scenario', '=', id)
        .orderBy('n', 'desc')
        .limit(1)
        .executeTakeFirst();
      const texts = JSON.parse(last?.texts ?? '{}') as Record<string, string>;
      const title = topValue(texts['scenario.yaml'] ?? '', 'titre');
      return { id, title, at: deleted_at ?? 0, by: deleted_by ?? '' };
    })
  );
}
