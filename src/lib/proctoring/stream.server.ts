import type { SessionId } from '../kernel/ids';
import type { Account } from '../sessions/account';
import { Bell } from '../sitting/stream.server';
import type { ProctoringContext } from './context.server';
import type { RoomView } from './room';
import { readRoom } from './room.server';

/** Changes that come closer together than this are told at once, in one message. */
export const COALESCE_MS = 500;
/** Signs of life do not ring: the room is looked at again this often even when nothing else happens. */
export const LOOK_EVERY_MS = 2_000;

/**
 * What the board hears: the room at once, then after every change (two messages a second at most), and every
 * `LOOK_EVERY_MS`. Ends with `signal`, and by a refusal when the access is withdrawn.
 * @throws DomainError `access.*`, `session.unknown`
 */
export async function* roomStream(
  ctx: ProctoringContext,
  actor: Account | null,
  session: SessionId,
  signal: AbortSignal
): AsyncGenerator<RoomView, void, void> {
  const bell = new Bell();
  const pace = new Bell();
  const unsubscribe = ctx.db.bus.subscribe(`session:${session}`, () => bell.ring());
  const stop = () => {
    bell.ring();
    pace.ring();
  };
  signal.addEventListener('abort', stop, { once: true });
  try {
    while (!signal.aborted) {
      yield await readRoom(ctx, actor, session);
      if (signal.aborted) return;
      await pace.wait(COALESCE_MS);
      await bell.wait(LOOK_EVERY_MS - COALESCE_MS);
    }
  } finally {
    signal.removeEventListener('abort', stop);
    unsubscribe();
  }
}
