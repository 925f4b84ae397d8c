import { requireJuror } from '$lib/review/copy/copies.server';
import { readArchiveLinks } from '$lib/review/archive/archive-links.server';
import { readRecord } from '$lib/review/record/record.server';
import { loadOrRefuse } from '../../../answer.server';
import { juryOf } from '../../../api/jury/context.server';
import type { PageServerLoad } from './$types';

/** The session’s record: what holds it back, or the record with the names. */
export const load: PageServerLoad = ({ locals }) =>
  loadOrRefuse(async () => {
    const ctx = juryOf(locals);
    const juror = requireJuror(locals.account);
    const view = await readRecord(ctx, locals.account, juror.session);
    return {
      session: juror.session,
      view,
      archives: view.locked ? await readArchiveLinks(ctx, juror.session) : []
    };
  });
