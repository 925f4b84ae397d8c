import * as v from 'valibot';
import { DomainError } from '$lib/kernel/domain-error';
import { signRecord } from '$lib/review/record/sign-record.server';
import { answerJson } from '../../../../answer.server';
import { bodyOf } from '../../body.server';
import { juryOf } from '../../context.server';
import type { RequestHandler } from './$types';

const signature = v.object({
  code: v.pipe(v.string(), v.maxLength(100)),
  digest: v.pipe(v.string(), v.maxLength(64))
});

/** Signs the record with my access code. */
export const POST: RequestHandler = ({ locals, request, getClientAddress }) =>
  answerJson(async () => {
    const parsed = v.safeParse(signature, await bodyOf(locals, request));
    if (!parsed.success) throw new DomainError('grid.malformed', parsed.issues[0].message);
    return signRecord(juryOf(locals), locals.account, { ...parsed.output, address: getClientAddress() });
  });
