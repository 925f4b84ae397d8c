import { building } from '$app/environment';
import { json, type Handle, type HandleServerError, type ServerInit } from '@sveltejs/kit';
import { DomainError } from '$lib/kernel/domain-error';
import { idFromBytes } from '$lib/kernel/ids';
import { loadSettings, SETTINGS_EXIT_CODE } from '$lib/server/settings';
import { welcome } from '$lib/sessions/welcome.server';
import { readSessionCookie } from '$lib/sessions/cookie.server';
import { accountOfToken } from '$lib/sessions/log-in.server';
import { Ticker } from '$lib/sitting/ticker.server';
import { randomBytes } from 'node:crypto';
import { openPlateau, type Plateau } from './plateau.server';
import { answerOf, errorBody } from './routes/error-table';
import { isForeign, SECURITY_HEADERS } from './security-headers.server';

/** The one open server of this process; set by `init` before the first request. */
let plateau: Plateau;

export const init: ServerInit = async () => {
  if (building) return;
  const closing = new AbortController();
  try {
    plateau = await openPlateau(loadSettings(process.env), closing.signal);
  } catch (fault) {
    if (!(fault instanceof DomainError)) throw fault;
    console.error(fault.message);
    process.exit(fault.code === 'settings.invalid' ? SETTINGS_EXIT_CODE : 1);
  }
  const ticker = new Ticker(plateau, (fault) => console.error('ticker', fault));
  await ticker.start();
  console.info(await welcome(plateau, plateau.settings.dataDir));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => closing.abort());
  process.once('sveltekit:shutdown', () => {
    void ticker.stop().then(() => plateau.db.close());
  });
};

export const handle: Handle = async ({ event, resolve }) => {
  const { request, url, locals, cookies } = event;
  locals.plateau = plateau;
  const token = readSessionCookie(cookies);
  locals.account = token ? await accountOfToken(plateau, token) : null;
  if (isForeign(request, plateau.settings.origin)) {
    const refusal = new DomainError('access.foreign-origin');
    return json(errorBody(refusal), { status: answerOf(refusal).status });
  }
  const response = await resolve(event);
  for (const [name, value] of Object.entries(SECURITY_HEADERS))
    if (!response.headers.has(name)) response.headers.set(name, value);
  if (url.pathname.startsWith('/api/') && !response.headers.has('cache-control'))
    response.headers.set('cache-control', 'no-store');
  return response;
};

export const handleError: HandleServerError = ({ error, event, status }) => {
  if (status === 404) return { message: 'Cette page n’existe pas.', code: 'page.unknown' };
  const errorId = idFromBytes(randomBytes(6));
  console.error(`[${errorId}] ${event.request.method} ${event.url.pathname}`, error);
  return { message: 'Le serveur n’a pas pu répondre.', code: 'server.fault', errorId };
};
