import { redirect } from '@sveltejs/kit';
import type { SessionId } from '$lib/kernel/ids';
import { readLog } from '$lib/proctoring/seat.server';
import { loadOrRefuse } from '../../../../answer.server';
import type { PageServerLoad } from './$types';

/** The incident log of the room, as it is now. */
export const load: PageServerLoad = async ({ locals, params }) => {
  if (!locals.account) redirect(303, '/');
  return loadOrRefuse(async () => ({
    log: await readLog(locals.plateau, locals.account, params.session as SessionId)
  }));
};
