import { error } from '@sveltejs/kit';
import { GUIDES } from '$lib/help/guides.server';
import { KEYBOARD_HELP } from '$lib/desk/shell/shortcuts';
import type { PageServerLoad } from './$types';

/** One guide; that of the candidate comes with the keys of the desk. */
export const load: PageServerLoad = ({ params }) => {
  const guide = GUIDES.get(params.guide);
  if (!guide) error(404, { message: 'Ce guide n’existe pas.', code: 'page.unknown' });
  return { guide, keys: params.guide === 'candidat' ? KEYBOARD_HELP : [] };
};
