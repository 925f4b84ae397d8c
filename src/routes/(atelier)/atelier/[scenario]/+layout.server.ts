import { openScenario } from '$lib/authoring/library/head.server';
import { authoringOf } from '../../../api/atelier/context.server';
import { loadOrRefuse } from '../../../answer.server';
import type { LayoutServerLoad } from './$types';

/** The scenario that every tab works on. Asked for again after a version was restored. */
export const load: LayoutServerLoad = ({ locals, params }) =>
  loadOrRefuse(async () => {
    const { head, draft } = await openScenario(authoringOf(locals), locals.account, params.scenario);
    return { scenario: head, texts: draft.texts, pieces: draft.pieces };
  });
