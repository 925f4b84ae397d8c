import { json } from '@sveltejs/kit';
import { readHealth } from '$lib/server/health';
import type { RequestHandler } from './$types';

/** Whether examinations can go on here: version, database, free disk. 503 when they cannot. */
export const GET: RequestHandler = async ({ locals }) => {
  const { db, settings } = locals.plateau;
  const health = await readHealth(db, settings.dataDir);
  return json(health, { status: health.ok ? 200 : 503, headers: { 'cache-control': 'no-store' } });
};
