import type { SessionId, SittingId } from '$lib/kernel/ids';
import { readSeat } from '$lib/proctoring/seat.server';
import { answerJson } from '../../../../answer.server';
import type { RequestHandler } from './$types';

/** Timeline, script and hand-ins of one candidate of `?session=`. */
export const GET: RequestHandler = ({ locals, params, url }) =>
  answerJson(() =>
    readSeat(
      locals.plateau,
      locals.account,
      (url.searchParams.get('session') ?? '') as SessionId,
      params.sitting as SittingId
    )
  );
