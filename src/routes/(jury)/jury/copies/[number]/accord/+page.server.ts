import { readDifferences } from '$lib/review/grid/agreement.server';
import { loadOrRefuse } from '../../../../../answer.server';
import { juryOf } from '../../../../../api/jury/context.server';
import type { PageServerLoad } from './$types';

/** The differences between the two grids of a copy, once both are sealed. */
export const load: PageServerLoad = async ({ locals, params }) => ({
  agreement: await loadOrRefuse(() => readDifferences(juryOf(locals), locals.account, params.number))
});
