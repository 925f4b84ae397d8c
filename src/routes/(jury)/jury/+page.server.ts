import { listCopies } from '$lib/review/copy/copies.server';
import { loadOrRefuse } from '../../answer.server';
import { juryOf } from '../../api/jury/context.server';
import type { PageServerLoad } from './$types';

/** My copies. */
export const load: PageServerLoad = async ({ locals }) => ({
  copies: await loadOrRefuse(() => listCopies(juryOf(locals), locals.account))
});
