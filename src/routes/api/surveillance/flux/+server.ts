import type { SessionId } from '$lib/kernel/ids';
import { requireBoard } from '$lib/proctoring/access.server';
import { roomStream } from '$lib/proctoring/stream.server';
import { answer } from '../../../answer.server';
import type { RequestHandler } from './$types';

/** Server-Sent Events of the room of `?session=`: each `room` message is the whole room. */
export const GET: RequestHandler = ({ locals, request, url }) =>
  answer(async () => {
    const session = (url.searchParams.get('session') ?? '') as SessionId;
    await requireBoard(locals.plateau, locals.account, session);
    const gone = new AbortController();
    const signal = AbortSignal.any([request.signal, locals.plateau.closing, gone.signal]);
    const rooms = roomStream(locals.plateau, locals.account, session, signal);
    const encoder = new TextEncoder();
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(encoder.encode('retry: 1000\n\n')),
      async pull(controller) {
        const { value, done } = await rooms.next();
        if (done) controller.close();
        else controller.enqueue(encoder.encode(`event: room\ndata: ${JSON.stringify(value)}\n\n`));
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
