import { DomainError } from '$lib/kernel/domain-error';

/** Largest body of an ordinary request, in bytes. */
const SMALL = 16 * 1024;

/**
 * Reads a JSON body, never more than `limit` bytes of it.
 * @throws DomainError `batch.too-large`, `batch.malformed`
 */
export async function readJson(request: Request, limit: number = SMALL): Promise<unknown> {
  if (Number(request.headers.get('content-length') ?? 0) > limit) throw new DomainError('batch.too-large');
  const bytes = await readBytes(request, limit);
  try {
    return JSON.parse(bytes.toString('utf8')) as unknown;
  } catch {
    throw new DomainError('batch.malformed', 'not JSON');
  }
}

async function readBytes(request: Request, limit: number): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of request.body ?? []) {
      size += chunk.byteLength;
      if (size > limit) break;
      chunks.push(chunk);
    }
  } catch {
    // The adapter has a limit of its own, and a browser may break off; nothing is read either way.
    throw new DomainError(size > limit / 2 ? 'batch.too-large' : 'batch.malformed', 'body cut');
  }
  if (size > limit) throw new DomainError('batch.too-large');
  return Buffer.concat(chunks);
}
