import { redirect } from '@sveltejs/kit';
import { createSession } from '$lib/sessions/create-session.server';
import { listSessions } from '$lib/sessions/session-list.server';
import { listOffers } from '$lib/sessions/offers.server';
import { listPurges } from '$lib/sessions/purge.server';
import { orFail } from '../../actions.server';
import { loadOrRefuse } from '../../answer.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) =>
  loadOrRefuse(async () => ({
    sessions: await listSessions(locals.plateau, locals.account),
    offers: (await listOffers(locals.plateau)).map(({ id, title, referentialVersion }) => ({
      id,
      title,
      referentialVersion
    })),
    purges: await listPurges(locals.plateau, locals.account),
    today: new Date(locals.plateau.now()).toISOString().slice(0, 10)
  }));

export const actions: Actions = {
  create: async ({ request, locals }) => {
    const form = Object.fromEntries(await request.formData());
    return orFail(async () => {
      const session = await createSession(locals.plateau, locals.account, form);
      redirect(303, `/sessions/${session}`);
    });
  }
};
