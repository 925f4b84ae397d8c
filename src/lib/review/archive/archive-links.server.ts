import type { SessionId } from '../../kernel/ids';
import type { ReviewContext } from '../context.server';
import { copiesOf } from '../copy/copies.server';

/** Where the archive of each copy of a session is fetched. */
export interface ArchiveLink {
  readonly number: string;
  readonly href: string;
}

/** Archives of the copies that are over, by number. The caller has checked who asks. */
export async function readArchiveLinks(
  ctx: Pick<ReviewContext, 'db'>,
  session: SessionId
): Promise<readonly ArchiveLink[]> {
  const copies = await copiesOf(ctx, session);
  return copies
    .filter(({ over }) => over)
    .map(({ number, sitting }) => ({ number, href: `/api/jury/archives/${sitting}` }));
}
