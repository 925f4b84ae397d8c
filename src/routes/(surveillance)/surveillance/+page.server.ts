import { redirect } from '@sveltejs/kit';
import { homeOf } from '$lib/sessions/home';
import { listBoards } from '$lib/proctoring/access.server';
import { loadOrRefuse } from '../../answer.server';
import type { PageServerLoad } from './$types';

/** The rooms that somebody may watch; whoever has one goes straight to it. */
export const load: PageServerLoad = async ({ locals }) => {
  const { account, plateau } = locals;
  if (!account) redirect(303, '/');
  if (account.role !== 'proctor' && account.role !== 'head') redirect(303, homeOf(account.role));
  const boards = await loadOrRefuse(() => listBoards(plateau, account));
  if (boards.length === 1) redirect(303, `/surveillance/${boards[0]!.id}`);
  return { boards };
};
