import { candidateStream, type StreamItem } from '$lib/sitting/stream.server';
import { ownSitting } from '$lib/sitting/own-sitting.server';
import { answer } from '../../../answer.server';
import type { RequestHandler } from './$types';

/** Server-Sent Events: from `Last-Event-ID`, else from `?depuis=`, for the tab `?onglet=`. */
export const GET: RequestHandler = ({ locals, request, url }) =>
  answer(async () => {
    await ownSitting(locals.plateau, locals.account);
    const after = Number(request.headers.get('last-event-id') ?? url.searchParams.get('depuis') ?? 0);
    const from = {
      after: Number.isSafeInteger(after) && after > 0 ? after : 0,
      tab: url.searchParams.get('onglet')
    };
    const gone = new AbortController();
    const signal = AbortSignal.any([request.signal, locals.plateau.closing, gone.signal]);
    const items = candidateStream(locals.plateau, locals.account, from, signal);
    const encoder = new TextEncoder();
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(encoder.encode('retry: 1000\n\n')),
      async pull(controller) {
        const { value, done } = await items.next();
        if (done) controller.close();
        else controller.enqueue(encoder.encode(written(value)));
      },
      cancel: () => gone.abort()
    });
    return new Response(body, {
      headers: {
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-store, no-transform',
        'x-accel-buffering': 'no'
      }
    });
  });

/** One message as the protocol wants it; JSON has no line break. */
const written = (item: StreamItem): string =>
  item === 'ping'
    ? ': ping\n\n'
    : `id: ${item.n}\nevent: ${item.event}\ndata: ${JSON.stringify(item.data)}\n\n`;
