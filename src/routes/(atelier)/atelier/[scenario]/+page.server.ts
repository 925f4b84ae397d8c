import { readScenario } from '$lib/authoring/workshop.server';
import { loadOrRefuse } from '../../../answer.server';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) =>
  loadOrRefuse(async () => ({
    scenario: await readScenario(locals.plateau.scenariosDirectory, locals.account, params.scenario)
  }));
