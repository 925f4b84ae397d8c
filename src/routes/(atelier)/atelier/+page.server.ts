import { listShelf } from '$lib/authoring/workshop.server';
import { loadOrRefuse } from '../../answer.server';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) =>
  loadOrRefuse(async () => ({ shelf: await listShelf(locals.plateau.scenariosDirectory, locals.account) }));
