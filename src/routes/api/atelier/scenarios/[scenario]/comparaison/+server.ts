import { compareVersions } from '$lib/authoring/history/compare.server';
import { answerJson } from '../../../../../answer.server';
import { authoringOf } from '../../../context.server';
import type { RequestHandler } from './$types';

/** The difference of two versions: `?de=3&a=4`. */
export const GET: RequestHandler = ({ locals, params, url }) =>
  answerJson(() => {
    const number = (name: string) => Number(url.searchParams.get(name) ?? NaN) || 0;
    return compareVersions(authoringOf(locals), locals.account, params.scenario, number('de'), number('a'));
  });
