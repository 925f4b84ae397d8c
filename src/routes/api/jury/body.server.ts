import { DomainError } from '$lib/kernel/domain-error';

const MOST_BYTES = 16_384;

/** The JSON of a small request. @throws DomainError `grid.malformed` */
export async function bodyOf(request: Request): Promise<unknown> {
  const text = await request.text();
  if (text.length > MOST_BYTES) throw new DomainError('grid.malformed', 'too long');
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new DomainError('grid.malformed', 'not JSON');
  }
}
