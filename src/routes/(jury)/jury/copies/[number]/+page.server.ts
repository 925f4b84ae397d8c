import { readCopyView } from '$lib/review/copy/copy-view.server';
import { loadOrRefuse } from '../../../../answer.server';
import { juryOf } from '../../../../api/jury/context.server';
import type { PageServerLoad } from './$types';

/** One copy, with my own grid. */
export const load: PageServerLoad = async ({ locals, params }) => ({
  view: await loadOrRefuse(() => readCopyView(juryOf(locals), locals.account, params.number))
});
