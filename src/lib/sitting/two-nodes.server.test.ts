import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ExamRoom } from '../../../tests/builders/exam-room';
import { findBreak } from '../log/chain.server';
import type { Gesture } from '../log/entry';
import { confirmIdentity, setHand } from './candidate.server';
import * as control from './control.server';
import { foldOne, loadSitting, startFolds } from './load-sitting.server';
import { openDesk } from './open-desk.server';
import { recordGestures } from './record-gestures.server';
import { SittingCache } from './sitting-cache.server';
import { candidateStream } from './stream.server';
import { writePresence } from './tick.server';
import type { SittingContext } from './context.server';

let room: ExamRoom;
/** Two nodes on one database: each has its own memory of the sitting. */
let here: SittingContext;
let there: SittingContext;
let tab: string;
beforeEach(async () => {
  room = await ExamRoom.open();
  here = room.plateau;
  there = { ...room.plateau, cache: new SittingCache(), seen: new Map(), unsent: new Map() };
  ({ tab } = await openDesk(here, room.first.account, null));
  await confirmIdentity(here, room.first.account);
  await control.start(here, room.proctor, room.first.sitting);
  await loadSitting(there, room.first.sitting);
});
afterEach(() => room.close());

const folder = (name: string): Gesture => ({
  type: 'folder.created',
  v: 1,
  d: { folder: `f-${name}`, name, parent: null }
});
const send = (node: SittingContext, from: number, ...names: string[]) =>
  recordGestures(node, room.first.account, { outbox: 'box', tab, from, gestures: names.map(folder) });
const log = () => here.db.log.read(room.first.sitting, 0);

/** What a node remembers must be the fold of the log, whoever wrote it. */
async function expectTrueMemory(node: SittingContext): Promise<void> {
  const { n, engine, states, scenario } = node.cache.get(room.first.sitting)!;
  let folds = startFolds(node, scenario);
  for (const entry of (await log()).slice(0, n)) folds = foldOne(node, scenario, folds, entry);
  expect({ engine, states }).toEqual({ engine: folds.engine, states: folds.states });
}

describe('two nodes that remember the same sitting', () => {
  it('write in turn without losing, doubling or misplacing anything', async () => {
    for (let from = 1; from <= 8; from += 2) {
      await send(here, from, `a${from}`);
      await send(there, from + 1, `b${from}`);
    }
    const entries = await log();
    expect(entries.filter(({ type }) => type === 'folder.created')).toHaveLength(8);
    expect(findBreak(entries)).toBeNull();
    await expectTrueMemory(here);
    await expectTrueMemory(there);
  });

  it('recognise what the other has already written, in whole or in part', async () => {
    const first = await send(here, 1, 'a', 'b');
    expect((await send(there, 1, 'a', 'b')).ns).toEqual(first.ns);
    await send(there, 3, 'c');
    const longer = await send(here, 2, 'b', 'c', 'd');
    expect(longer.ns[0]).toBe(first.ns[1]);
    expect((await log()).filter(({ type }) => type === 'folder.created')).toHaveLength(4);
    await expectTrueMemory(here);
  });

  it('see no gap where the other has filled it, and one where nobody has', async () => {
    await send(here, 1, 'a');
    await send(there, 2, 'b');
    await send(here, 3, 'c');
    await expect(send(there, 5, 'e')).rejects.toMatchObject({
      code: 'outbox.gap',
      details: { expected: 4 }
    });
  });

  it('refuse the tab that was taken over at the other, and take the new one', async () => {
    await send(here, 1, 'a');
    const old = tab;
    ({ tab } = await openDesk(there, room.first.account, null));
    await send(here, 2, 'b');
    tab = old;
    await expect(send(there, 3, 'c')).rejects.toMatchObject({ code: 'tab.taken' });
    await expect(send(here, 3, 'c')).rejects.toMatchObject({ code: 'tab.taken' });
  });

  it('do not take a thing for done because they remember it so', async () => {
    await setHand(here, room.first.account, { raised: true });
    await setHand(there, room.first.account, { raised: false });
    await setHand(here, room.first.account, { raised: true });
    expect((await loadSitting(there, room.first.sitting)).room.handSince).not.toBeNull();
  });

  it('write nothing more once the other has sealed', async () => {
    await send(here, 1, 'a');
    await control.end(there, room.proctor, room.first.sitting);
    await control.seal(there, room.head, room.first.sitting);
    await expect(send(here, 2, 'b')).rejects.toMatchObject({ code: 'sitting.sealed' });
  });
});

describe('a stream beside the appends of its node', () => {
  it('sends each message once and in order, from memory or from the log', async () => {
    const closing = new AbortController();
    const { n } = await loadSitting(here, room.first.sitting);
    const items = candidateStream(here, room.first.account, { after: n, tab }, closing.signal);
    expect((await items.next()).value).toMatchObject({ event: 'clock' });
    const heard: number[] = [];
    for (let index = 0; index < 6; index++) {
      const next = items.next();
      await setHand(index % 2 === 0 ? here : there, room.first.account, { raised: index % 2 === 0 });
      const { value } = await next;
      expect(value).toMatchObject({ event: 'hand', data: { raised: index % 2 === 0 } });
      if (value && value !== 'ping') heard.push(value.n);
    }
    expect(heard).toEqual([...heard].sort((a, b) => a - b));
    expect(new Set(heard).size).toBe(6);
    closing.abort();
    await items.return();
  });
});

describe('signs of life', () => {
  it('of many candidates are written together, each its own', async () => {
    here.seen.set(room.first.sitting, room.wall + 1_000);
    here.seen.set(room.second.sitting, room.wall + 2_000);
    await writePresence(here);
    const rows = await here.db.read.selectFrom('sittings').select(['id', 'last_seen_at']).execute();
    expect(new Map(rows.map(({ id, last_seen_at }) => [id, last_seen_at]))).toEqual(
      new Map([
        [room.first.sitting, room.wall + 1_000],
        [room.second.sitting, room.wall + 2_000]
      ])
    );
    expect(here.seen.size).toBe(0);
  });
});
