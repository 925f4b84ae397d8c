import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { requireCopy } from '$lib/review/copy/copies.server';
import { replayFeed } from '$lib/review/replay/feed.server';
import { answer } from '../../../../../answer.server';
import { juryOf } from '../../../context.server';
import type { RequestHandler } from './$types';

const compress = promisify(gzip);

/** All that a browser needs to show the desk at any second, compressed: four hours of an exam are a few megabytes. */
export const GET: RequestHandler = ({ locals, params, request }) =>
  answer(async () => {
    const ctx = juryOf(locals);
    const copy = await requireCopy(ctx, locals.account, params.number);
    const json = JSON.stringify(await replayFeed(ctx, copy));
    const headers = { 'content-type': 'application/json', vary: 'accept-encoding' };
    if (!/\bgzip\b/.test(request.headers.get('accept-encoding') ?? ''))
      return new Response(json, { headers });
    const bytes = new Uint8Array(await compress(json, { level: 3 }));
    return new Response(bytes, { headers: { ...headers, 'content-encoding': 'gzip' } });
  });
