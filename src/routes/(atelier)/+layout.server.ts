import { redirect } from '@sveltejs/kit';
import { homeOf } from '$lib/sessions/home';
import type { LayoutServerLoad } from './$types';

/** The workshop is the author's; the session head may look. Anybody else goes home. */
export const load: LayoutServerLoad = ({ locals }) => {
  if (!locals.account) redirect(303, '/');
  if (locals.account.role !== 'author' && locals.account.role !== 'head')
    redirect(303, homeOf(locals.account.role));
};
