import type { SittingId } from '$lib/kernel/ids';
import { makeArchive } from '$lib/review/archive/make-archive.server';
import { answer } from '../../../../answer.server';
import { juryOf } from '../../context.server';
import { download } from '../../download.server';
import type { RequestHandler } from './$types';

/** The signed archive of a sitting (by its identifier): the head once it is over, its jurors once the record is signed. */
export const GET: RequestHandler = ({ locals, params }) =>
  answer(async () => {
    const { name, bytes } = await makeArchive(juryOf(locals), locals.account, params.copy as SittingId);
    return download(bytes, 'application/zip', name, 'attachment');
  });
