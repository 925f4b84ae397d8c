import { redirect } from '@sveltejs/kit';
import type { SessionId } from '$lib/kernel/ids';
import { readRoom } from '$lib/proctoring/room.server';
import { loadOrRefuse } from '../../../answer.server';
import type { PageServerLoad } from './$types';

/** The room as it is now; the stream then keeps it up to date. */
export const load: PageServerLoad = async ({ locals, params }) => {
  if (!locals.account) redirect(303, '/');
  return loadOrRefuse(async () => ({
    room: await readRoom(locals.plateau, locals.account, params.session as SessionId)
  }));
};
