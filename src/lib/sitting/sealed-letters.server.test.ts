import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ExamRoom, type Seat } from '../../../tests/builders/exam-room';
import { masterForTest } from '../../../tests/builders/example-scenario';
import { secretsOf, sealedPost, SHEETS } from '../../../tests/builders/sealed-post';
import type { Gesture } from '../log/entry';
import { letterContentRevealed } from '../log/script-world';
import { confirmIdentity, readPiece } from './candidate.server';
import * as control from './control.server';
import { modelSnapshot, openDesk } from './open-desk.server';
import { recordGestures } from './record-gestures.server';
import { tick } from './tick.server';
import { toCandidate } from './view';

const MINUTE = 60_000;
const unknown = expect.objectContaining({ code: 'blob.unknown' }) as Error;
let room: ExamRoom;
let seat: Seat;
let tab: string;
let keys: Readonly<Record<string, string>>;

beforeEach(async () => {
  room = await ExamRoom.open();
  seat = room.first;
  const mastered = await masterForTest(sealedPost());
  keys = Object.fromEntries(mastered.compiled.letters!.map(({ id, key }) => [id, key]));
  const { hash } = await room.plateau.library.store(mastered);
  await room.plateau.db.write((tx) => tx.updateTable('sessions').set({ scenario_hash: hash }).execute());
  ({ tab } = await openDesk(room.plateau, seat.account, null));
  await confirmIdentity(room.plateau, seat.account);
  await control.start(room.plateau, room.proctor, seat.sitting);
  room.advance(2 * MINUTE);
  await tick(room.plateau);
});
afterEach(() => room.close());

/** Everything that the candidate's browser can have: the opening, each model, the stream from its beginning. */
async function received(): Promise<string> {
  const { plateau } = room;
  const models = plateau.program.models.map(({ id }) => modelSnapshot(plateau, seat.account, id));
  const log = await plateau.db.log.read(seat.sitting, 0);
  const stream = log.map(toCandidate);
  return JSON.stringify([await openDesk(plateau, seat.account, tab), await Promise.all(models), stream]);
}
const opens = (letter: string, outbox = 'box', from = 1): Promise<unknown> => {
  const gesture: Gesture = { type: 'post.opened', v: 1, d: { letter } };
  return recordGestures(room.plateau, seat.account, { outbox, tab, from, gestures: [gesture] });
};
const reads = async (hash: string): Promise<number> => {
  const piece = await readPiece(room.plateau, seat.account, hash);
  piece.stream.destroy();
  return piece.size;
};
const revealed = async () =>
  (await room.plateau.db.log.read(seat.sitting, 0)).filter((entry) => letterContentRevealed.is(entry));

describe('a sealed letter', () => {
  it('is an envelope in all that the browser is sent, and its sheets are served to nobody', async () => {
    const text = await received();
    for (const sender of ['Étude Pineau', 'Cabinet Roche']) expect(text).toContain(sender);
    for (const secret of Object.values(SHEETS).flatMap(secretsOf)) expect(text).not.toContain(secret);
    for (const { hash } of Object.values(SHEETS)) await expect(reads(hash)).rejects.toEqual(unknown);
  });

  it('gives its sheets once opened, by the stream and to whoever reloads, and those of no other', async () => {
    await opens(keys['avocat']!);
    const text = await received();
    for (const secret of secretsOf(SHEETS.later)) expect(text.split(secret).length).toBeGreaterThan(2);
    for (const secret of secretsOf(SHEETS.tray)) expect(text).not.toContain(secret);
    expect(await reads(SHEETS.later.hash)).toBeGreaterThan(0);
    await expect(reads(SHEETS.tray.hash)).rejects.toEqual(unknown);
  });

  it('is told once when two posts have opened it, and after a new start of the server', async () => {
    await opens(keys['notaire']!);
    await room.restart();
    await opens(keys['notaire']!, 'other-box');
    expect(await revealed()).toHaveLength(1);
    expect(await reads(SHEETS.tray.hash)).toBeGreaterThan(0);
  });

  it('is opened during a pause by a gesture that was on its way, and no more after the end', async () => {
    await control.pause(room.plateau, room.proctor, seat.sitting, 'Alarme');
    await opens(keys['notaire']!);
    expect(await revealed()).toHaveLength(1);
    await control.end(room.plateau, room.proctor, seat.sitting);
    await opens(keys['avocat']!, 'box', 2);
    expect(await revealed()).toHaveLength(1);
    await expect(reads(SHEETS.later.hash)).rejects.toEqual(unknown);
  });
});
