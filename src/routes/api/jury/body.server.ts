import { DomainError } from '$lib/kernel/domain-error';
import { requireRole } from '$lib/sessions/authorise';

const MOST_BYTES = 16_384;

/**
 * The JSON of a juror's small request: nothing of it is read for anybody else.
 * @throws DomainError `access.*`, `grid.malformed`
 */
export async function bodyOf(locals: App.Locals, request: Request): Promise<unknown> {
  requireRole(locals.account, 'juror');
  const text = await request.text();
  if (text.length > MOST_BYTES) throw new DomainError('grid.malformed', 'too long');
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new DomainError('grid.malformed', 'not JSON');
  }
}
