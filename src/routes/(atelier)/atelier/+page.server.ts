import { listShelf } from '$lib/authoring/library/shelf.server';
import { authoringOf } from '../../api/atelier/context.server';
import { loadOrRefuse } from '../../answer.server';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) =>
  loadOrRefuse(async () => ({
    shelf: await listShelf(authoringOf(locals), locals.account),
    author: locals.account?.role === 'author'
  }));
