import { DomainError } from '$lib/kernel/domain-error';
import { readCopyPiece } from '$lib/review/copy/read-piece.server';
import { answer } from '../../../../../../answer.server';
import { byteRange, disposition } from '../../../../../poste/pieces/[hash]/bytes';
import { juryOf } from '../../../../context.server';
import type { RequestHandler } from './$types';

/** A piece of the copy’s scenario or log. Ranges serve audio. */
export const GET: RequestHandler = ({ locals, params, request, url }) =>
  answer(async () => {
    const ctx = juryOf(locals);
    const piece = await readCopyPiece(ctx, locals.account, params.number, params.hash);
    piece.stream.destroy();
    const range = byteRange(request.headers.get('range'), piece.size);
    if (range === 'impossible') throw new DomainError('blob.range');
    const all = await ctx.blobs.get(piece.hash);
    const bytes = range ? all.slice(range.start, range.end + 1) : all.slice();
    const headers: Record<string, string> = {
      'content-type': piece.mediaType,
      'content-disposition': disposition(piece.mediaType, url.searchParams.get('nom')),
      'accept-ranges': 'bytes',
      'content-length': String(bytes.byteLength),
      'cache-control': 'private, max-age=86400, immutable',
      'x-content-type-options': 'nosniff'
    };
    if (range) headers['content-range'] = `bytes ${range.start}-${range.end}/${piece.size}`;
    return new Response(bytes, { status: range ? 206 : 200, headers });
  });
