import { redirect } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

/** The desk is the candidate's; everybody else goes back to the door. */
export const load: PageServerLoad = ({ locals }) => {
  if (locals.account?.role !== 'candidate') redirect(303, '/');
};
