/* The server process: SvelteKit's handler behind a plain HTTP server that says its own protocol and stops cleanly. */
import { createServer } from 'node:http';
import { networkInterfaces } from 'node:os';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './prepare.mjs';

const envFile = join(ROOT, '.env');
if (existsSync(envFile)) {
  for (const line of readFileSync(envFile, 'utf8').split('\n')) {
    const match = /^\s*([A-Z_]+)\s*=\s*(.*?)\s*$/.exec(line);
    if (match) process.env[match[1]] ??= match[2].replace(/^(['"])(.*)\1$/, '$2');
  }
}
// Without ORIGIN, the address is whatever a post has typed, over plain http: the handler must not assume https.
const PROTOCOL_HEADER = 'x-plateau-protocol';
if (!process.env.ORIGIN?.trim()) {
  // Left empty in a file of settings: the handler would take it for a wrong address.
  delete process.env.ORIGIN;
  process.env.PROTOCOL_HEADER = PROTOCOL_HEADER;
}
process.env.BODY_SIZE_LIMIT ??= '64M';

const { handler } = await import(join(ROOT, 'build/handler.js'));
const port = Number(process.env.PORT || 4600);
const host = process.env.HOST || '127.0.0.1';

const server = createServer((request, response) => {
  request.headers[PROTOCOL_HEADER] = 'http';
  // A body refused before its end is still read to it, or the next request of the connection would wait for ever.
  response.once('finish', () => {
    if (request.complete) return;
    request.removeAllListeners('data');
    request.resume();
  });
  handler(request, response, () => {
    response.statusCode = 404;
    response.end();
  });
});
server.keepAliveTimeout = 65_000;

let stopping = false;
async function stop(reason) {
  if (stopping) return;
  stopping = true;
  server.close();
  // Streams to the posts never end by themselves; they come back by themselves when the server does.
  server.closeAllConnections();
  process.emit('sveltekit:shutdown', reason);
  // The database closes in that event's listeners; nothing else keeps the process alive for long.
  setTimeout(() => process.exit(0), 5_000).unref();
}
process.on('SIGINT', () => void stop('SIGINT'));
process.on('SIGTERM', () => void stop('SIGTERM'));

server.on('error', (error) => {
  const busy = 'code' in error && error.code === 'EADDRINUSE';
  console.error(
    busy ? `Le port ${port} est déjà pris : choisissez-en un autre, par exemple PORT=${port + 1}.` : error
  );
  process.exit(1);
});
server.listen(port, host, () => {
  console.log(
    `Plateau est prêt : ${process.env.ORIGIN || `http://${host === '0.0.0.0' ? '127.0.0.1' : host}:${port}`}`
  );
  if (host !== '0.0.0.0') return;
  const addresses = Object.values(networkInterfaces())
    .flat()
    .filter((network) => network?.family === 'IPv4' && !network.internal);
  for (const network of addresses) console.log(`À taper sur les postes : http://${network?.address}:${port}`);
});
