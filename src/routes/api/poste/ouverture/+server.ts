import { openDesk } from '$lib/sitting/open-desk.server';
import { answerJson } from '../../../answer.server';
import type { RequestHandler } from './$types';

/** All that a desk needs to start; `?onglet=` reads again under a ticket already given. */
export const GET: RequestHandler = ({ locals, url }) =>
  answerJson(() => openDesk(locals.plateau, locals.account, url.searchParams.get('onglet')));
