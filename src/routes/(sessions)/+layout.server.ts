import { redirect } from '@sveltejs/kit';
import { homeOf } from '$lib/sessions/home';
import type { LayoutServerLoad } from './$types';

/** Pages of session heads only; anybody else goes home. */
export const load: LayoutServerLoad = ({ locals }) => {
  if (!locals.account) redirect(303, '/');
  if (locals.account.role !== 'head') redirect(303, homeOf(locals.account.role));
};
