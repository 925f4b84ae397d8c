import type { Cookies, RequestEvent } from '@sveltejs/kit';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Account } from '$lib/sessions/account';
import { startFamiliarisation } from '$lib/sitting/control-room.server';
import { start, sendWord } from '$lib/sitting/control.server';
import { tick } from '$lib/sitting/tick.server';
import type { Opening } from '$lib/sitting/wire';
import { ExamRoom } from '../../../../tests/builders/exam-room';
import { PIECES, SECRETS } from '../../../../tests/builders/tiny-scenario';
import { GET as snapshot } from './etat/[model]/+server';
import { GET as stream } from './flux/+server';
import { GET as expected, POST as gestures } from './gestes/+server';
import { POST as identity } from './identite/+server';
import { POST as hand } from './main/+server';
import { GET as opening } from './ouverture/+server';
import { GET as piece } from './pieces/[hash]/+server';
import { POST as presence } from './presence/+server';

let room: ExamRoom;
beforeEach(async () => {
  room = await ExamRoom.open();
});
afterEach(() => room.close());

/** A handler, whatever its route. */
type Handler = (event: never) => Response | Promise<Response>;

interface Ask {
  readonly body?: unknown;
  readonly raw?: string;
  readonly query?: string;
  readonly params?: Record<string, string>;
  readonly headers?: Record<string, string>;
  readonly signal?: AbortSignal;
}

async function ask(handler: Handler, account: Account | null, options: Ask = {}): Promise<Response> {
  const url = new URL(`http://127.0.0.1/api/poste/x${options.query ?? ''}`);
  const body = options.raw ?? (options.body === undefined ? undefined : JSON.stringify(options.body));
  const request = new Request(url, {
    method: body === undefined ? 'GET' : 'POST',
    headers: options.headers ?? {},
    ...(body !== undefined && { body }),
    ...(options.signal && { signal: options.signal })
  });
  const locals = { account, plateau: room.plateau };
  const event = { request, url, locals, params: options.params ?? {}, cookies: {} as Cookies };
  return handler(event as unknown as RequestEvent as never);
}

const everyEndpoint: readonly (readonly [string, Handler, Ask])[] = [
  ['ouverture', opening, {}],
  ['etat', snapshot, { params: { model: 'text' } }],
  ['gestes', gestures, { body: {} }],
  ['gestes?bac', expected, { query: '?bac=x' }],
  ['flux', stream, {}],
  ['presence', presence, { body: { tab: 'x' } }],
  ['main', hand, { body: { raised: true } }],
  ['identite', identity, { body: {} }],
  ['pieces', piece, { params: { hash: PIECES.scene } }]
];

describe.each(everyEndpoint)('%s', (_, handler, options) => {
  it('answers nobody but a candidate', async () => {
    const nobody = await ask(handler, null, options);
    expect(nobody.status).toBe(401);
    expect(await nobody.json()).toMatchObject({ code: 'access.signed-out', message: expect.any(String) });
    for (const account of [room.proctor, room.juror, room.head, room.author]) {
      const other = await ask(handler, account, options);
      expect(other.status).toBe(403);
      expect(await other.json()).toMatchObject({ code: 'access.denied' });
    }
  });
});

async function enter(account: Account): Promise<Opening> {
  await startFamiliarisation(room.plateau, room.proctor, room.session);
  await ask(identity, account, { body: {} });
  return (await (await ask(opening, account)).json()) as Opening;
}

describe('a candidate', () => {
  it('only ever touches their own sitting', async () => {
    const { tab } = await enter(room.first.account);
    const stolen = await ask(presence, room.second.account, { body: { tab } });
    expect([stolen.status, await stolen.json()]).toMatchObject([409, { code: 'tab.taken' }]);
    const batch = { outbox: 'o', tab, from: 1, gestures: [{ type: 'folder.created', v: 1, d: {} }] };
    const foreign = await ask(gestures, room.second.account, { body: batch });
    expect(foreign.status).toBeGreaterThanOrEqual(400);
    expect(
      (await room.plateau.db.log.read(room.second.sitting, 0)).some(({ by }) => by === 'candidate')
    ).toBe(false);
  });

  it('gets 4xx and a stable code for a bad body', async () => {
    await enter(room.first.account);
    const bodies: readonly [Ask, number, string][] = [
      [{ raw: '{' }, 400, 'batch.malformed'],
      [{ raw: '[]' }, 400, 'batch.malformed'],
      [{ raw: `"${'x'.repeat(600_000)}"` }, 413, 'batch.too-large']
    ];
    for (const [body, status, code] of bodies) {
      const answer = await ask(gestures, room.first.account, body);
      expect([answer.status, await answer.json()]).toMatchObject([status, { code }]);
    }
  });

  it('reads pieces whole or in part, saved or shown in place', async () => {
    await enter(room.first.account);
    const params = { hash: PIECES.scene };
    const whole = await ask(piece, room.first.account, { params, query: '?nom=Proc%C3%A9dure.pdf' });
    const bytes = await whole.arrayBuffer();
    expect(Number(whole.headers.get('content-length'))).toBe(bytes.byteLength);
    expect(whole.headers.get('content-disposition')).toBe("inline; filename*=UTF-8''Proc%C3%A9dure.pdf");
    expect(whole.headers.get('x-content-type-options')).toBe('nosniff');
    const part = await ask(piece, room.first.account, { params, headers: { range: 'bytes=2-5' } });
    expect(part.status).toBe(206);
    expect(part.headers.get('content-range')).toBe(`bytes 2-5/${bytes.byteLength}`);
    expect(await part.arrayBuffer()).toEqual(bytes.slice(2, 6));
    const beyond = await ask(piece, room.first.account, { params, headers: { range: 'bytes=9999-' } });
    expect(beyond.status).toBe(416);
  });
});

/** Reads messages of a stream one by one. */
function messagesOf(response: Response) {
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  let pending = '';
  return {
    async next(): Promise<{ event: string; id: number; data: Record<string, unknown> }> {
      for (;;) {
        const end = pending.indexOf('\n\n');
        if (end >= 0) {
          const fields = Object.fromEntries(
            pending
              .slice(0, end)
              .split('\n')
              .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)])
          );
          pending = pending.slice(end + 2);
          if (fields.event)
            return { event: fields.event, id: Number(fields.id), data: JSON.parse(fields.data ?? '{}') };
          continue;
        }
        const { value, done } = await reader.read();
        if (done) return { event: 'closed', id: 0, data: {} };
        pending += value;
      }
    },
    cancel: () => reader.cancel()
  };
}

describe('the stream', () => {
  it('tells what the candidate may see, in order, then resumes after it', async () => {
    const { tab, n } = await enter(room.first.account);
    const query = `?depuis=${n}&onglet=${tab}`;
    const live = messagesOf(await ask(stream, room.first.account, { query }));
    expect(await live.next()).toMatchObject({ event: 'clock', data: { phase: 'familiarisation' } });
    await start(room.plateau, room.proctor, room.first.sitting);
    expect(await live.next()).toMatchObject({ event: 'clock', data: { phase: 'running', running: true } });
    await sendWord(room.plateau, room.proctor, room.first.sitting, 'Bon courage.');
    const word = await live.next();
    expect(word).toMatchObject({ event: 'word', data: { text: 'Bon courage.' } });
    room.advance(11 * 60_000);
    await tick(room.plateau);
    const mail = await live.next();
    expect(mail).toMatchObject({ event: 'entry', data: { type: 'mail.received', by: 'script', t: 600_000 } });
    expect(JSON.stringify(mail)).not.toContain(SECRETS.beat);
    await live.cancel();
    const headers = { 'last-event-id': String(word.id) };
    const resumed = messagesOf(await ask(stream, room.first.account, { query, headers }));
    expect((await resumed.next()).event).toBe('clock');
    expect(await resumed.next()).toEqual(mail);
    await resumed.cancel();
  });

  it('tells the older tab that another has taken over, and ends', async () => {
    const { tab, n } = await enter(room.first.account);
    const live = messagesOf(await ask(stream, room.first.account, { query: `?depuis=${n}&onglet=${tab}` }));
    expect((await live.next()).event).toBe('clock');
    await ask(opening, room.first.account);
    expect((await live.next()).event).toBe('taken');
    expect((await live.next()).event).toBe('closed');
  });

  it('ends when the server stops', async () => {
    const { tab, n } = await enter(room.first.account);
    const live = messagesOf(await ask(stream, room.first.account, { query: `?depuis=${n}&onglet=${tab}` }));
    expect((await live.next()).event).toBe('clock');
    room.closing.abort();
    expect((await live.next()).event).toBe('closed');
  });
});
