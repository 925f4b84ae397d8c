import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ExamRoom, type Seat } from '../../../tests/builders/exam-room';
import { PIECES, SECRETS } from '../../../tests/builders/tiny-scenario';
import { findBreak } from '../log/chain.server';
import type { Gesture } from '../log/entry';
import { confirmIdentity, presence, readPiece, setHand } from './candidate.server';
import * as control from './control.server';
import * as roomControl from './control-room.server';
import { loadSitting } from './load-sitting.server';
import { modelSnapshot, openDesk } from './open-desk.server';
import { pauseAfterOutage, noteAlive, OUTAGE_CAUSE } from './outage.server';
import { recordGestures } from './record-gestures.server';
import { tick, writePresence } from './tick.server';

const MINUTE = 60_000;
let room: ExamRoom;
beforeEach(async () => {
  room = await ExamRoom.open();
});
afterEach(() => room.close());

const refusedWith = (code: string) => expect.objectContaining({ code }) as Error;
const folder = (name: string): Gesture => ({
  type: 'folder.created',
  v: 1,
  d: { folder: `f-${name}`, name, parent: null }
});
const logOf = (seat: Seat) => room.plateau.db.log.read(seat.sitting, 0);

/** Sits down, confirms, and returns the ticket of the tab. */
async function sitDown(seat: Seat): Promise<string> {
  const { tab } = await openDesk(room.plateau, seat.account, null);
  await confirmIdentity(room.plateau, seat.account);
  return tab;
}
const send = (seat: Seat, tab: string, from: number, ...gestures: Gesture[]) =>
  recordGestures(room.plateau, seat.account, { outbox: `box-${seat.account.id}`, tab, from, gestures });

describe('a sitting', () => {
  it('shows nothing of the subject before the identity is confirmed', async () => {
    const before = await openDesk(room.plateau, room.first.account, null);
    expect(before).toMatchObject({ phase: 'identity', scene: null, states: {} });
    await expect(send(room.first, before.tab, 1, folder('a'))).rejects.toEqual(
      refusedWith('sitting.not-yet')
    );
    await confirmIdentity(room.plateau, room.first.account);
    const after = await openDesk(room.plateau, room.first.account, before.tab);
    expect(after).toMatchObject({
      phase: 'familiarisation',
      tab: before.tab,
      candidate: { name: 'Inès Delorme' }
    });
    expect(after.scene?.firm.name).toBe('Verdelis');
  });

  it('begins on a clean desk whatever was tried during the prise en main', async () => {
    const tab = await sitDown(room.first);
    await send(room.first, tab, 1, folder('essai'));
    const early = await openDesk(room.plateau, room.first.account, tab);
    expect(early.states).toEqual({});
    expect(early.scene?.mail.messages).toEqual([]);
    await roomControl.startAll(room.plateau, room.proctor, room.session);
    const opening = await openDesk(room.plateau, room.first.account, tab);
    expect(opening.phase).toBe('running');
    expect(JSON.stringify(opening)).not.toContain('f-essai');
  });

  it('fires what is due at its own instant, later for the candidate with third-time', async () => {
    await sitDown(room.first);
    await sitDown(room.second);
    expect(await roomControl.startAll(room.plateau, room.proctor, room.session)).toHaveLength(2);
    room.advance(10 * MINUTE + 5_000);
    expect(await tick(room.plateau)).toBe(1);
    const mail = (await logOf(room.first)).find(({ type }) => type === 'mail.received');
    expect(mail).toMatchObject({ t: 10 * MINUTE, by: 'script' });
    expect((await logOf(room.second)).some(({ type }) => type === 'mail.received')).toBe(false);
    room.advance(4 * MINUTE);
    await tick(room.plateau);
    const later = (await logOf(room.second)).find(({ type }) => type === 'mail.received');
    expect(later).toMatchObject({ t: 10 * MINUTE });
  });

  it('ends by itself, accepts late gestures dated at the end, and none once sealed', async () => {
    const tab = await sitDown(room.first);
    await control.start(room.plateau, room.proctor, room.first.sitting);
    room.advance(45 * MINUTE);
    await tick(room.plateau);
    expect((await openDesk(room.plateau, room.first.account, tab)).phase).toBe('over');
    await send(room.first, tab, 1, folder('tard'));
    const last = (await logOf(room.first)).at(-1);
    expect(last).toMatchObject({ type: 'folder.created', t: 30 * MINUTE });
    await control.seal(room.plateau, room.head, room.first.sitting);
    await expect(send(room.first, tab, 2, folder('trop'))).rejects.toEqual(refusedWith('sitting.sealed'));
    expect(findBreak(await logOf(room.first))).toBeNull();
  });

  it('is the same after a restart, and its clock has run on', async () => {
    const tab = await sitDown(room.first);
    await control.start(room.plateau, room.proctor, room.first.sitting);
    await send(room.first, tab, 1, folder('gardé'));
    const before = await openDesk(room.plateau, room.first.account, tab);
    await room.restart();
    room.advance(2_000);
    const after = await openDesk(room.plateau, room.first.account, tab);
    expect({ ...after, wall: 0 }).toEqual({ ...before, wall: 0 });
    await send(room.first, tab, 2, folder('encore'));
    expect((await logOf(room.first)).at(-1)?.t).toBe(2_000);
  });
});

describe('a batch', () => {
  it('is written once however often it is sent, with the same numbers', async () => {
    const tab = await sitDown(room.first);
    const once = await send(room.first, tab, 1, folder('a'), folder('b'));
    const again = await send(room.first, tab, 1, folder('a'), folder('b'));
    const longer = await send(room.first, tab, 2, folder('b'), folder('c'));
    expect(again.ns).toEqual(once.ns);
    expect(longer.ns[0]).toBe(once.ns[1]);
    expect((await logOf(room.first)).filter(({ type }) => type === 'folder.created')).toHaveLength(3);
  });

  it('with a gap is refused with what is expected', async () => {
    const tab = await sitDown(room.first);
    await send(room.first, tab, 1, folder('a'));
    await expect(send(room.first, tab, 3, folder('c'))).rejects.toMatchObject({
      code: 'outbox.gap',
      details: { expected: 2 }
    });
  });

  it('with one bad gesture writes nothing', async () => {
    const tab = await sitDown(room.first);
    const { n } = await loadSitting(room.plateau, room.first.sitting);
    const bad: readonly [Gesture, string][] = [
      [{ type: 'nothing.known', v: 1, d: {} }, 'event.unknown-type'],
      [{ type: 'clock.credited', v: 1, d: { ms: 1, cause: 'x' } }, 'event.unknown-type'],
      [{ type: 'sitting.hand-raised', v: 1, d: {} }, 'event.unknown-type'],
      [{ type: 'folder.created', v: 9, d: {} }, 'event.unknown-version'],
      [{ type: 'folder.created', v: 1, d: { folder: '' } }, 'event.malformed']
    ];
    for (const [gesture, code] of bad)
      await expect(send(room.first, tab, 1, folder('a'), gesture)).rejects.toEqual(refusedWith(code));
    await expect(send(room.first, tab, 1)).rejects.toEqual(refusedWith('batch.malformed'));
    await expect(send(room.first, tab, 1, ...Array.from({ length: 501 }, () => folder('x')))).rejects.toEqual(
      refusedWith('batch.too-large')
    );
    expect((await loadSitting(room.plateau, room.first.sitting)).n).toBe(n);
  });

  it('of an older tab is refused: the newest wins', async () => {
    const old = await sitDown(room.first);
    const { tab } = await openDesk(room.plateau, room.first.account, null);
    await expect(send(room.first, old, 1, folder('a'))).rejects.toEqual(refusedWith('tab.taken'));
    await expect(openDesk(room.plateau, room.first.account, old)).rejects.toEqual(refusedWith('tab.taken'));
    await expect(send(room.first, tab, 1, folder('a'))).resolves.toMatchObject({ ns: [expect.any(Number)] });
    await control.moveToAnotherPost(room.plateau, room.proctor, room.first.sitting, '12');
    await expect(send(room.first, tab, 2, folder('b'))).rejects.toEqual(refusedWith('tab.taken'));
  });

  it('of an older tab is taken when it only delivers what was recorded before', async () => {
    const old = await sitDown(room.first);
    await send(room.first, old, 1, folder('a'));
    await openDesk(room.plateau, room.first.account, null);
    const batch = { outbox: 'moved', from: 1, gestures: [folder('b')], tab: old };
    await expect(recordGestures(room.plateau, room.first.account, batch)).rejects.toEqual(
      refusedWith('tab.taken')
    );
    const late = { ...batch, late: true };
    const first = await recordGestures(room.plateau, room.first.account, late);
    const again = await recordGestures(room.plateau, room.first.account, late);
    expect(again.ns).toEqual(first.ns);
  });

  it('of another candidate’s outbox is refused', async () => {
    const mine = await sitDown(room.first);
    const theirs = await sitDown(room.second);
    const batch = { outbox: 'shared', from: 1, gestures: [folder('a')] };
    await recordGestures(room.plateau, room.first.account, { ...batch, tab: mine });
    await expect(
      recordGestures(room.plateau, room.second.account, { ...batch, tab: theirs })
    ).rejects.toEqual(refusedWith('outbox.foreign'));
  });
});

describe('the proctor', () => {
  it('pauses, resumes, credits, triggers, skips, speaks and notes through the log', async () => {
    const { plateau, proctor } = room;
    const id = room.first.sitting;
    const tab = await sitDown(room.first);
    await control.start(plateau, proctor, id);
    room.advance(MINUTE);
    await control.pause(plateau, proctor, id, 'Alarme incendie');
    room.advance(5 * MINUTE);
    expect(await openDesk(plateau, room.first.account, tab)).toMatchObject({
      phase: 'paused',
      paused: { cause: 'Alarme incendie' },
      clock: { t: MINUTE, running: false }
    });
    await control.resume(plateau, proctor, id);
    await control.creditTime(plateau, proctor, id, { ms: 2 * MINUTE, cause: 'Panne de clavier' });
    room.advance(2 * MINUTE);
    await control.triggerBeat(plateau, proctor, id, 'manuel');
    await control.skipBeat(plateau, proctor, id, SECRETS.beat);
    await control.sendWord(plateau, proctor, id, 'Il reste dix minutes.');
    expect((await openDesk(plateau, room.first.account, null)).words).toMatchObject([
      { text: 'Il reste dix minutes.' }
    ]);
    await control.noteIncident(plateau, proctor, id, { category: 'technical', text: 'Clavier changé.' });
    await control.end(plateau, proctor, id);
    const log = await logOf(room.first);
    expect(log.find(({ type }) => type === 'mail.received')).toMatchObject({ t: MINUTE });
    expect(log.filter(({ by }) => by === 'proctor').map(({ type }) => type)).toEqual([
      'clock.started',
      'clock.paused',
      'clock.resumed',
      'clock.credited',
      'beat.triggered',
      'beat.skipped',
      'proctor.word-sent',
      'incident.noted',
      'sitting.ended'
    ]);
  });

  it('is the only one, with the head, who may', async () => {
    const { plateau, first } = room;
    const id = first.sitting;
    for (const actor of [null, first.account, room.juror, room.author])
      await expect(control.start(plateau, actor, id)).rejects.toMatchObject({
        code: actor ? 'access.denied' : 'access.signed-out'
      });
    const stranger = { ...room.proctor, session: 'another' as typeof room.session };
    await expect(roomControl.startAll(plateau, stranger, room.session)).rejects.toEqual(
      refusedWith('access.denied')
    );
    await expect(roomControl.startAll(plateau, room.head, room.session)).resolves.toEqual([]);
  });

  it('sees a raised hand and answers it', async () => {
    await sitDown(room.first);
    const handOf = () =>
      room.plateau.db.read
        .selectFrom('sittings')
        .select('hand_raised_at')
        .where('id', '=', room.first.sitting)
        .executeTakeFirstOrThrow();
    await setHand(room.plateau, room.first.account, { raised: true });
    await setHand(room.plateau, room.first.account, { raised: true });
    expect((await handOf()).hand_raised_at).toBe(room.wall);
    await control.answerHand(room.plateau, room.proctor, room.first.sitting);
    expect((await handOf()).hand_raised_at).toBeNull();
    expect((await logOf(room.first)).filter(({ type }) => type.includes('hand'))).toHaveLength(2);
  });
});

describe('an outage', () => {
  it('pauses from the last sign of life, so that nothing happens unseen', async () => {
    const tab = await sitDown(room.first);
    await control.start(room.plateau, room.proctor, room.first.sitting);
    room.advance(9 * MINUTE);
    await presence(room.plateau, room.first.account, { tab });
    await writePresence(room.plateau);
    await noteAlive(room.plateau);
    await room.restart();
    room.advance(15 * MINUTE);
    expect(await pauseAfterOutage(room.plateau)).toBe(1);
    expect(await tick(room.plateau)).toBe(0);
    expect(await openDesk(room.plateau, room.first.account, tab)).toMatchObject({
      phase: 'paused',
      clock: { t: 9 * MINUTE },
      paused: { cause: OUTAGE_CAUSE }
    });
  });

  it('is not what a short restart is', async () => {
    await sitDown(room.first);
    await control.start(room.plateau, room.proctor, room.first.sitting);
    await noteAlive(room.plateau);
    await room.restart();
    room.advance(8_000);
    expect(await pauseAfterOutage(room.plateau)).toBe(0);
  });
});

describe('what a candidate may read', () => {
  it('has no word of the unplayed script nor of the jury in it', async () => {
    const tab = await sitDown(room.first);
    await control.start(room.plateau, room.proctor, room.first.sitting);
    const snapshots = await Promise.all(
      room.plateau.program.models.map(({ id }) => modelSnapshot(room.plateau, room.first.account, id))
    );
    const sent = JSON.stringify([await openDesk(room.plateau, room.first.account, tab), snapshots]);
    for (const secret of Object.values(SECRETS)) expect(sent).not.toContain(secret);
    expect(sent).toContain('Jardinières cassées');
  });

  it('are the pieces of the scene, and those of the script once delivered', async () => {
    const { plateau, first } = room;
    await expect(readPiece(plateau, first.account, PIECES.scene)).rejects.toEqual(
      refusedWith('blob.unknown')
    );
    await sitDown(first);
    const piece = await readPiece(plateau, first.account, PIECES.scene);
    piece.stream.destroy();
    expect(piece.mediaType).toBe('application/pdf');
    await expect(readPiece(plateau, first.account, PIECES.later)).rejects.toEqual(
      refusedWith('blob.unknown')
    );
    await control.start(plateau, room.proctor, first.sitting);
    room.advance(11 * MINUTE);
    await tick(plateau);
    const delivered = await readPiece(plateau, first.account, PIECES.later);
    delivered.stream.destroy();
    expect(delivered.size).toBeGreaterThan(0);
    await expect(readPiece(plateau, first.account, '../demo-codes.json')).rejects.toEqual(
      refusedWith('blob.unknown')
    );
  });
});
