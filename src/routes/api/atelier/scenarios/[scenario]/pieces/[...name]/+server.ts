import { bytesOfPiece, readDraft } from '$lib/authoring/library/read.server';
import { DomainError } from '$lib/kernel/domain-error';
import { typeOfPiece } from '$lib/scenario/source';
import { answer } from '../../../../../../answer.server';
import { byteRange, disposition } from '../../../../../poste/pieces/[hash]/bytes';
import { authoringOf } from '../../../../context.server';
import type { RequestHandler } from './$types';

/** A piece of the scenario as it stands. Ranges serve audio. */
export const GET: RequestHandler = ({ locals, params, request }) =>
  answer(async () => {
    const ctx = authoringOf(locals);
    const all = await bytesOfPiece(ctx, await readDraft(ctx, locals.account, params.scenario), params.name);
    const range = byteRange(request.headers.get('range'), all.length);
    if (range === 'impossible') throw new DomainError('blob.range');
    const bytes = range ? all.slice(range.start, range.end + 1) : all.slice();
    const mediaType = typeOfPiece(params.name)?.mediaType ?? 'application/octet-stream';
    const headers: Record<string, string> = {
      'content-type': mediaType,
      'content-disposition': disposition(mediaType, params.name.split('/').at(-1) ?? null),
      'accept-ranges': 'bytes',
      'content-length': String(bytes.length),
      'cache-control': 'no-cache',
      'x-content-type-options': 'nosniff'
    };
    if (range) headers['content-range'] = `bytes ${range.start}-${range.end}/${all.length}`;
    return new Response(bytes, { status: range ? 206 : 200, headers });
  });
