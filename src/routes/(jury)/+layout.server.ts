import { redirect } from '@sveltejs/kit';
import { homeOf } from '$lib/sessions/home';
import type { LayoutServerLoad } from './$types';

/** Pages of jurors only; anybody else goes home. */
export const load: LayoutServerLoad = ({ locals }) => {
  if (!locals.account) redirect(303, '/');
  if (locals.account.role !== 'juror') redirect(303, homeOf(locals.account.role));
};
