import { readAgreementWait, readDifferences } from '$lib/review/grid/agreement.server';
import { loadOrRefuse } from '../../../../../answer.server';
import { juryOf } from '../../../../../api/jury/context.server';
import type { PageServerLoad } from './$types';

/** The differences between the two grids of a copy once both are sealed; until then, whom one waits for. */
export const load: PageServerLoad = ({ locals, params }) =>
  loadOrRefuse(async () => {
    const ctx = juryOf(locals);
    const wait = await readAgreementWait(ctx, locals.account, params.number);
    const agreement = wait ? null : await readDifferences(ctx, locals.account, params.number);
    return { number: params.number, wait, agreement };
  });
