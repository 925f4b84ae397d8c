import { Readable } from 'node:stream';
import { DomainError } from '$lib/kernel/domain-error';
import { readPiece } from '$lib/sitting/candidate.server';
import { answer } from '../../../../answer.server';
import type { RequestHandler } from './$types';
import { byteRange, disposition } from './bytes';

/** A piece of the subject or of a delivered message; `?nom=` is the name under which it is saved. Ranges serve audio. */
export const GET: RequestHandler = ({ locals, params, request, url }) =>
  answer(async () => {
    const piece = await readPiece(locals.plateau, locals.account, params.hash);
    const range = byteRange(request.headers.get('range'), piece.size);
    if (range === 'impossible') {
      piece.stream.destroy();
      throw new DomainError('blob.range');
    }
    const headers: Record<string, string> = {
      'content-type': piece.mediaType,
      'content-disposition': disposition(piece.mediaType, url.searchParams.get('nom')),
      'accept-ranges': 'bytes',
      'cache-control': 'private, max-age=86400, immutable',
      'x-content-type-options': 'nosniff'
    };
    if (!range) {
      headers['content-length'] = String(piece.size);
      return new Response(Readable.toWeb(piece.stream) as ReadableStream<Uint8Array>, { headers });
    }
    piece.stream.destroy();
    const bytes = (await locals.plateau.blobs.get(piece.hash)).slice(range.start, range.end + 1);
    headers['content-length'] = String(bytes.byteLength);
    headers['content-range'] = `bytes ${range.start}-${range.end}/${piece.size}`;
    return new Response(bytes, { status: 206, headers });
  });
