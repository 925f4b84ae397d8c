import { describe, expect, it } from 'vitest';
import type { Gesture } from '../log/entry';
import { gestureRefused } from './desk-events';
import { Outbox, type OutboxWorld, type SendOutcome } from './outbox.svelte';
import { memoryStore, type OutboxStore } from './outbox-store';

const note = (text: string): Gesture => ({ type: 'notes.edited', v: 1, d: { text } });

/** A server that appends what it is sent, once, and can be cut off or told to refuse. */
class FakeServer {
  readonly log: { outbox: string; seq: number; gesture: Gesture }[] = [];
  down = false;
  /** Appends, but the answer is lost on the way back. */
  losesAnswers = false;
  refuses: (gesture: Gesture) => boolean = () => false;

  receive(batch: { outbox: string; from: number; gestures: readonly Gesture[] }): SendOutcome {
    if (this.down) return { kind: 'unreachable' };
    const head = this.log.filter((item) => item.outbox === batch.outbox).length;
    if (batch.from > head + 1) return { kind: 'gap', expected: head + 1 };
    if (batch.gestures.some(this.refuses)) return { kind: 'refused', code: 'event.malformed' };
    const ns = batch.gestures.map((gesture, index) => {
      const seq = batch.from + index;
      const known = this.log.findIndex((item) => item.outbox === batch.outbox && item.seq === seq);
      return known >= 0 ? known + 1 : this.log.push({ outbox: batch.outbox, seq, gesture });
    });
    return this.losesAnswers
      ? { kind: 'unreachable' }
      : { kind: 'receipt', receipt: { ns, wall: 1_000 + this.log.length } };
  }
  texts(): unknown[] {
    return this.log.map((item) => (item.gesture.d as { text?: string }).text ?? item.gesture.type);
  }
}

function tab(server: FakeServer, store: OutboxStore, outbox: string) {
  const waiting: (() => void)[] = [];
  const acknowledged: number[] = [];
  const world: OutboxWorld = {
    sitting: 's',
    outbox,
    store,
    send: (batch) => Promise.resolve(server.receive(batch)),
    later: (_ms, then) => {
      waiting.push(then);
      return () => waiting.splice(waiting.indexOf(then), 1);
    },
    now: () => 42,
    acknowledged: (_gesture, n) => acknowledged.push(n),
    replacement: (gesture, code) => gestureRefused({ type: gesture.type, code })
  };
  const box = new Outbox(world);
  const retry = async () => {
    waiting.splice(0).forEach((then) => then());
    await box.flush();
  };
  return { box, retry, acknowledged };
}

describe('Outbox', () => {
  it('sends in order and shows the server’s own clock', async () => {
    const server = new FakeServer();
    const { box, acknowledged } = tab(server, memoryStore(), 'a');
    box.add([note('1'), note('2')]);
    box.add([note('3')]);
    await box.flush();
    expect(server.texts()).toEqual(['1', '2', '3']);
    expect(acknowledged).toEqual([1, 2, 3]);
    expect(box.savedAtWall).toBe(1_003);
    expect(box.pending).toBe(0);
  });

  it('keeps what cannot be sent, says since when, and delivers it once', async () => {
    const server = new FakeServer();
    const { box, retry } = tab(server, memoryStore(), 'a');
    server.down = true;
    box.add([note('1')]);
    await box.flush();
    expect(box.unreachableSince).toBe(42);
    expect(box.pending).toBe(1);
    expect(box.savedAtWall).toBeNull();
    server.down = false;
    await retry();
    expect(server.texts()).toEqual(['1']);
    expect(box.unreachableSince).toBeNull();
  });

  it('does not write twice when the answer was lost', async () => {
    const server = new FakeServer();
    const { box, retry, acknowledged } = tab(server, memoryStore(), 'a');
    server.losesAnswers = true;
    box.add([note('1'), note('2')]);
    await box.flush();
    server.losesAnswers = false;
    await retry();
    expect(server.texts()).toEqual(['1', '2']);
    expect(acknowledged).toEqual([1, 2]);
  });

  it('delivers what an earlier tab left, under the numbers it had, before its own', async () => {
    const server = new FakeServer();
    const store = memoryStore();
    const first = tab(server, store, 'a');
    server.down = true;
    first.box.add([note('left 1'), note('left 2')]);
    await first.box.flush();
    server.down = false;
    const second = tab(server, store, 'b');
    expect(await second.box.adopt()).toBe(2);
    second.box.add([note('mine')]);
    await second.box.flush();
    await first.retry();
    expect(server.texts()).toEqual(['left 1', 'left 2', 'mine']);
    expect(await store.all('s')).toEqual([]);
  });

  it('lets no work of an earlier tab that the server does not know hold back the work of today', async () => {
    const server = new FakeServer();
    const store = memoryStore();
    const left = { sitting: 's', outbox: 'a', seq: 43, gesture: note('of another day') };
    await store.put([left]);
    const { box } = tab(server, store, 'b');
    await box.adopt();
    box.add([note('today')]);
    await box.flush();
    expect(box.closed).toBeNull();
    expect(box.pending).toBe(0);
    expect(server.log.map(({ gesture }) => gesture.d)).toEqual([
      { type: 'notes.edited', code: 'outbox.gap' },
      { text: 'today' }
    ]);
    expect(await store.all('s')).toEqual([left]);
    expect(await box.adopt()).toBe(0);
  });

  it('replaces a gesture that the server refuses and goes on with the others', async () => {
    const server = new FakeServer();
    server.refuses = (gesture) => (gesture.d as { text?: string }).text === 'bad';
    const { box } = tab(server, memoryStore(), 'a');
    box.add([note('1'), note('bad'), note('3')]);
    await box.flush();
    expect(server.texts()).toEqual(['1', 'desk.gesture-refused', '3']);
    expect(box.closed).toBeNull();
  });

  it('sends nothing while a snapshot is read', async () => {
    const server = new FakeServer();
    const { box } = tab(server, memoryStore(), 'a');
    const seen = await box.whileQuiet(async () => {
      box.add([note('during')]);
      await box.flush();
      return server.log.length;
    });
    await box.flush();
    expect(seen).toBe(0);
    expect(server.texts()).toEqual(['during']);
  });

  it('stops, and keeps everything on the post, when another tab has taken over', async () => {
    const server = new FakeServer();
    const store = memoryStore();
    const { box } = tab(server, store, 'a');
    server.receive = () => ({ kind: 'closed', code: 'tab.taken' });
    box.add([note('1')]);
    await box.flush();
    expect(box.closed).toBe('tab.taken');
    expect((await store.all('s')).length).toBe(1);
  });
});
