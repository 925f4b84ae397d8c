import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ExamRoom, type Seat } from '../../../tests/builders/exam-room';
import { exampleFolder, masterForTest } from '../../../tests/builders/example-scenario';
import type { HandInState } from '../apps/hand-in/model';
import type { Entry, Gesture } from '../log/entry';
import { handInFrozen } from '../log/hand-in-frozen';
import { confirmIdentity } from './candidate.server';
import * as control from './control-room.server';
import { foldOne, loadSitting, startFolds } from './load-sitting.server';
import { openDesk } from './open-desk.server';
import { recordGestures } from './record-gestures.server';
import { SittingCache } from './sitting-cache.server';
import { tick } from './tick.server';
import { toCandidate } from './view';

const MINUTE = 60_000;
let room: ExamRoom;
let tabs: Map<string, string>;
beforeEach(async () => {
  room = await ExamRoom.open();
  const { hash } = await room.plateau.library.store(await masterForTest(exampleFolder()));
  await room.plateau.db.write((tx) => tx.updateTable('sessions').set({ scenario_hash: hash }).execute());
  tabs = new Map();
  for (const seat of [room.first, room.second]) {
    const { tab } = await openDesk(room.plateau, seat.account, null);
    tabs.set(seat.sitting, tab);
    await confirmIdentity(room.plateau, seat.account);
  }
  await control.startAll(room.plateau, room.proctor, room.session);
});
afterEach(() => room.close());

const gesture = (type: string, d: unknown): Gesture => ({ type, v: 1, d });
const LETTER = gesture('file.created', {
  ...{ file: 'f-lettre', name: 'Lettre.docx', folder: null, kind: 'text', mediaType: 'x' },
  content: { doc: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'A' }] }] } }
});
const HAND_IN = [
  gesture('file.copied', { file: 'f-lettre', copy: 'c-1', name: 'Lettre.docx', folder: null, frozen: true }),
  gesture('hand-in.submitted', {
    ...{ receipt: 'r-1', task: 'reclamation', deliverable: 'lettre' },
    ...{ file: 'c-1', origin: 'f-lettre', name: 'Lettre.docx' }
  })
];
const send = (seat: Seat, from: number, ...gestures: readonly Gesture[]) => {
  const tab = tabs.get(seat.sitting);
  return recordGestures(room.plateau, seat.account, { outbox: `box-${seat.sitting}`, tab, from, gestures });
};
const logOf = (seat: Seat) => room.plateau.db.log.read(seat.sitting, 0);
const frozen = async (seat: Seat): Promise<readonly Entry[]> =>
  (await logOf(seat)).filter((entry) => handInFrozen.is(entry));
const KEPT = {
  t: 12 * MINUTE,
  by: 'script',
  d: {
    task: 'reclamation',
    cause: 'deadline',
    deliverables: [
      {
        deliverable: 'lettre',
        files: [{ file: 'f-lettre', name: 'Lettre.docx', kind: 'text', changedMs: 2 * MINUTE }]
      }
    ]
  }
};

describe('a deadline', () => {
  it('keeps what the candidate has made, and sends them nothing but that', async () => {
    room.advance(2 * MINUTE);
    await send(room.first, 1, LETTER);
    room.advance(10 * MINUTE);
    await tick(room.plateau);
    const [entry] = await frozen(room.first);
    expect(entry).toMatchObject(KEPT);
    expect(toCandidate(entry!)).toMatchObject({ n: entry!.n, d: KEPT.d });
    const { states } = await loadSitting(room.plateau, room.first.sitting);
    expect(states['hand-in']).toMatchObject({
      kept: [{ deliverable: 'lettre', atMs: 12 * MINUTE, files: 1 }]
    });
  });

  it('comes at the same exam minute for whoever has third-time', async () => {
    room.advance(12 * MINUTE);
    await tick(room.plateau);
    expect([await frozen(room.first), await frozen(room.second)].map(({ length }) => length)).toEqual([1, 0]);
    room.advance(4 * MINUTE);
    await tick(room.plateau);
    expect(await frozen(room.second)).toMatchObject([{ t: 12 * MINUTE }]);
  });

  it('is not lost by a server that was down: the work after it is not in the copy', async () => {
    room.advance(2 * MINUTE);
    await send(room.first, 1, LETTER);
    room.advance(11 * MINUTE);
    await room.restart();
    await send(room.first, 2, gesture('file.renamed', { file: 'f-lettre', name: 'Autre.docx' }));
    expect(await frozen(room.first)).toMatchObject([KEPT]);
  });

  it('leaves the hand-in open: it is late, and both are there', async () => {
    room.advance(2 * MINUTE);
    await send(room.first, 1, LETTER);
    room.advance(11 * MINUTE);
    await send(room.first, 2, ...HAND_IN);
    const { states } = await loadSitting(room.plateau, room.first.sitting);
    const { receipts, kept } = states['hand-in'] as HandInState;
    expect(receipts).toMatchObject([{ late: true, atMs: 13 * MINUTE }]);
    expect(kept).toHaveLength(1);
  });

  it('is written once by two nodes, and folds to the same on both', async () => {
    const there = { ...room.plateau, cache: new SittingCache() };
    await loadSitting(there, room.first.sitting);
    room.advance(12 * MINUTE);
    await Promise.all([tick(room.plateau), tick(there)]);
    expect(await frozen(room.first)).toHaveLength(1);
    const here = await loadSitting(room.plateau, room.first.sitting);
    const { engine, states } = await loadSitting(there, room.first.sitting);
    expect({ engine, states }).toEqual({ engine: here.engine, states: here.states });
  });

  it('goes on in a sitting that began before copies were kept', async () => {
    room.advance(2 * MINUTE);
    await send(room.first, 1, LETTER);
    const { scenario } = await loadSitting(room.plateau, room.first.sitting);
    const folds = (await logOf(room.first)).reduce(
      (before, entry) => foldOne(room.plateau, scenario, before, entry),
      startFolds(room.plateau, scenario)
    );
    // The snapshot of a former version knows nothing of kept copies.
    const { given: _given, frozen: _frozen, ...engine } = folds.engine;
    const state = { version: 3, ...folds, engine };
    await room.plateau.db.log.putSnapshot(room.first.sitting, { n: (await logOf(room.first)).length, state });
    await room.restart();
    room.advance(10 * MINUTE);
    await tick(room.plateau);
    expect(await frozen(room.first)).toMatchObject([KEPT]);
  });
});
