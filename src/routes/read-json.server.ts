import { DomainError } from '$lib/kernel/domain-error';

/** Largest body of an ordinary request, in bytes. */
const SMALL = 16 * 1024;

/**
 * Reads a JSON body, never more than `limit` bytes of it.
 * @throws DomainError `batch.too-large`, `batch.malformed`
 */
export async function readJson(request: Request, limit: number = SMALL): Promise<unknown> {
  if (Number(request.headers.get('content-length') ?? 0) > limit) throw new DomainError('batch.too-large');
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > limit) throw new DomainError('batch.too-large');
    chunks.push(chunk);
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8')) as unknown;
  } catch {
    throw new DomainError('batch.malformed', 'not JSON');
  }
}
