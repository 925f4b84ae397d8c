import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

const compress = promisify(gzip);

/** Smaller answers cost more to compress than to send. */
const WORTH_BYTES = 1_024;
/** Quick: the room's network is fast, and two cores serve everybody. */
const LEVEL = 3;
const TEXTS = /^(?:application\/json|text\/html)\b/;

/**
 * The same answer, compressed when the browser takes gzip: pages and JSON only. Streams of events pass as they are, and so
 * do files, which are compressed already or once for all by the build.
 */
export async function compressed(request: Request, response: Response): Promise<Response> {
  const { headers, status, statusText } = response;
  const wanted = /\bgzip\b/.test(request.headers.get('accept-encoding') ?? '');
  if (!response.body || headers.has('content-encoding') || !TEXTS.test(headers.get('content-type') ?? ''))
    return response;
  headers.append('vary', 'accept-encoding');
  if (!wanted) return response;
  const bytes = new Uint8Array(await response.arrayBuffer());
  if (bytes.byteLength < WORTH_BYTES) return new Response(bytes, { status, statusText, headers });
  headers.delete('content-length');
  headers.delete('etag');
  headers.set('content-encoding', 'gzip');
  return new Response(new Uint8Array(await compress(bytes, { level: LEVEL })), {
    status,
    statusText,
    headers
  });
}
