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
import { compressed } from './compression.server';
import { openPlateau, type Plateau } from './plateau.server';
import { answerOf, errorBody } from './routes/error-table';
import { isForeign, SECURITY_HEADERS } from './security-headers.server';

/** The one open server of this process; set by `init` before the first request. */
let plateau: Plateau;

interface OpenServer {
  readonly plateau: Plateau;
  close(): Promise<void>;
}
/** The development server starts the program again in the same process: what was open must be closed first. */
const processWide = globalThis as { plateauServer?: Promise<OpenServer> };

export const init: ServerInit = async () => {
  if (building) return;
  const previous = processWide.plateauServer;
  processWide.plateauServer = (async () => {
    await (await previous)?.close();
    return openServer();
  })();
  const server = await processWide.plateauServer;
  plateau = server.plateau;
};

/** Opens everything and starts the ticker; says why and ends the process when the settings or the store do not allow it. */
async function openServer(): Promise<OpenServer> {
  const closing = new AbortController();
  const opened = await openPlateau(loadSettings(process.env), closing.signal).catch((fault: unknown) => {
    if (!(fault instanceof DomainError)) throw fault;
    console.error(fault.message);
    process.exit(fault.code === 'settings.invalid' ? SETTINGS_EXIT_CODE : 1);
  });
  const ticker = new Ticker(opened, (fault) => console.error('ticker', fault));
  await ticker.start();
  console.info(await welcome(opened, opened.settings.dataDir));
  let closed = false;
  const close = async () => {
    if (closed) return;
    closed = true;
    closing.abort();
    await ticker.stop();
    await opened.db.close();
  };
  // Streams end as soon as somebody asks the server to stop; the adapter then waits for the requests in progress.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => closing.abort());
  process.once('sveltekit:shutdown', () => void close());
  return { plateau: opened, close };
}

export const handle: Handle = async ({ event, resolve }) => {
  const { request, url, locals, cookies } = event;
  locals.plateau = plateau;
  const token = readSessionCookie(cookies);
  locals.account = token ? await accountOfToken(plateau, token) : null;
  if (isForeign(request, plateau.settings.origin)) {
    const refusal = new DomainError('access.foreign-origin');
    return json(errorBody(refusal), { status: answerOf(refusal).status });
  }
  // The desk's page is not rendered here, so its own guard would only run in the browser: the door is this one.
  if (url.pathname === '/poste' && locals.account?.role !== 'candidate')
    return new Response(null, { status: 303, headers: { location: '/' } });
  const response = await resolve(event);
  // The opening is on its way before the program that reads it.
  if (url.pathname === '/poste' && response.ok)
    response.headers.append('link', '</api/poste/ouverture>; rel="preload"; as="fetch"; crossorigin');
  for (const [name, value] of Object.entries(SECURITY_HEADERS))
    if (!response.headers.has(name)) response.headers.set(name, value);
  if (url.pathname.startsWith('/api/') && !response.headers.has('cache-control'))
    response.headers.set('cache-control', 'no-store');
  return compressed(request, response);
};

export const handleError: HandleServerError = ({ error, event, status }) => {
  if (status === 404) return { message: 'Cette page n’existe pas.', code: 'page.unknown' };
  const errorId = idFromBytes(randomBytes(6));
  console.error(`[${errorId}] ${event.request.method} ${event.url.pathname}`, error);
  return { message: 'Le serveur n’a pas pu répondre.', code: 'server.fault', errorId };
};
