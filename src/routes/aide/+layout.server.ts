import { GUIDES } from '$lib/help/guides.server';
import type { LayoutServerLoad } from './$types';

/** The guides of the header. Open to anybody: nothing in them depends on a session. */
export const load: LayoutServerLoad = () => ({
  guides: [...GUIDES].map(([slug, { title, lead }]) => ({ slug, title, lead }))
});
