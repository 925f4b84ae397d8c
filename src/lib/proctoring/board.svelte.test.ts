import { flushSync } from 'svelte';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { SessionId } from '../kernel/ids';
import { Board } from './board.svelte';
import type { RoomView } from './room';

/** A room that nobody has entered. */
const view = (wall: number): RoomView => ({
  wall,
  session: {
    id: 's-1' as SessionId,
    name: 'Session',
    title: 'Verdelis',
    centre: 'Angers',
    room: 'B',
    day: '2026-03-17',
    opened: true,
    started: false,
    ended: false,
    pace: 1,
    storyStart: 0
  },
  server: { ok: true, database: true, diskHours: 100 },
  seats: []
});

/** Streams that were opened, to send messages through and to see closed. */
class FakeStream extends EventTarget {
  static readonly opened: FakeStream[] = [];
  closed = false;
  constructor(readonly url: string) {
    super();
    FakeStream.opened.push(this);
  }
  close(): void {
    this.closed = true;
  }
}

describe('the board’s stream', () => {
  afterEach(() => vi.unstubAllGlobals());

  it('is opened once, however much it says', () => {
    vi.stubGlobal('EventSource', FakeStream);
    const board = new Board(view(1));
    const stop = $effect.root(() => {
      $effect(board.connect);
    });
    flushSync();
    for (const wall of [2, 3]) {
      FakeStream.opened[0]!.dispatchEvent(new MessageEvent('room', { data: JSON.stringify(view(wall)) }));
      flushSync();
    }
    expect(board.room.wall).toBe(3);
    expect(FakeStream.opened.map(({ url, closed }) => [url, closed])).toEqual([
      ['/api/surveillance/flux?session=s-1', false]
    ]);
    stop();
    expect(FakeStream.opened[0]!.closed).toBe(true);
  });
});
