import { readHistory } from '$lib/authoring/library/read.server';
import { authoringOf } from '../../../../api/atelier/context.server';
import { loadOrRefuse } from '../../../../answer.server';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) =>
  loadOrRefuse(async () => ({
    versions: await readHistory(authoringOf(locals), locals.account, params.scenario)
  }));
