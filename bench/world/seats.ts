import type { Opening } from '../../src/lib/sitting/wire';
import { call, each, signIn, type Visitor } from './http';
import type { Room } from './world';

/** Sign-ins at once: a room that enters together. */
const WIDTH = 8;

export interface Seat extends Visitor {
  /** Ticket of the tab that may write. */
  readonly tab: string;
  /** Last entry of the log when the desk was opened. */
  readonly n: number;
}

/** Signs everybody in, confirms identities, lets the proctor start the room, and opens every desk. */
export async function startRoom(origin: string, room: Room): Promise<readonly Seat[]> {
  const visitors = await each(room.candidates, WIDTH, async (code) => {
    const visitor = await signIn(origin, code);
    await call<Opening>(visitor, '/api/poste/ouverture');
    await call(visitor, '/api/poste/identite', {});
    return visitor;
  });
  const proctor = await signIn(origin, room.proctor);
  const command = { do: 'start', session: room.session, sitting: null };
  const { done } = await call<{ done: number }>(proctor, '/api/surveillance/commandes', command);
  if (done !== room.candidates.length) throw new Error(`${done} candidates started`);
  return each(visitors, WIDTH, async (visitor) => {
    const { tab, n } = await call<Opening>(visitor, '/api/poste/ouverture');
    return { ...visitor, tab, n };
  });
}

/** Ends the exam of a whole room. */
export async function endRoom(origin: string, room: Room): Promise<void> {
  const proctor = await signIn(origin, room.proctor);
  const command = { do: 'end', session: room.session, sitting: null, confirmation: 'TERMINER' };
  await call(proctor, '/api/surveillance/commandes', command);
}

/** Writes gestures for a candidate as one outbox, in batches of `size`. */
export async function write(
  seat: Seat,
  outbox: string,
  gestures: Iterable<unknown>,
  size = 4
): Promise<void> {
  const all = [...gestures];
  for (let from = 0; from < all.length; from += size) {
    const batch = { outbox, tab: seat.tab, from: from + 1, gestures: all.slice(from, from + size) };
    await call(seat, '/api/poste/gestes', batch);
  }
}
