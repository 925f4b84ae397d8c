import type { ScenarioOffer, SessionsContext } from './context.server';

/**
 * What a session can be made from, by title: the scenarios that come with the program, and the newest published version of
 * each one of the workshop. Asked of the database each time: another node may have published.
 */
export async function listOffers(
  ctx: Pick<SessionsContext, 'db' | 'offers'>
): Promise<readonly ScenarioOffer[]> {
  const rows = await ctx.db.read
    .selectFrom('scenario_versions')
    .innerJoin('authored_scenarios', 'authored_scenarios.id', 'scenario_versions.scenario')
    .select('offer')
    .where('offer', 'is not', null)
    .where('deleted_at', 'is', null)
    .orderBy('scenario')
    .orderBy('n')
    .execute();
  const offers = new Map(ctx.offers.map((offer) => [offer.id, offer]));
  for (const { offer } of rows) {
    const published = JSON.parse(offer ?? 'null') as ScenarioOffer;
    offers.set(published.id, published);
  }
  return [...offers.values()].sort((left, right) => left.title.localeCompare(right.title, 'fr'));
}
