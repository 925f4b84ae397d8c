import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { masterForTest } from '../../../../tests/builders/example-scenario';
import { ExamRoom } from '../../../../tests/builders/exam-room';
import { secretsOf, sealedPost, SHEETS } from '../../../../tests/builders/sealed-post';
import { exporters } from '../../apps/registry.server';
import { models } from '../../apps/models';
import { confirmIdentity } from '../../sitting/candidate.server';
import * as control from '../../sitting/control.server';
import { openDesk } from '../../sitting/open-desk.server';
import { recordGestures } from '../../sitting/record-gestures.server';
import { tick } from '../../sitting/tick.server';
import { reviewContext, type ReviewContext } from '../context.server';
import { requireCopy } from '../copy/copies.server';
import { copyFile } from '../copy/read-copy.server';
import { readCopyPiece } from '../copy/read-piece.server';
import { fromFeed } from './feed';
import { replayFeed } from './feed.server';
import { Timeline } from './timeline';

const MINUTE = 60_000;
const NUMBER = '0403';
let room: ExamRoom;
let ctx: ReviewContext;

/** A sitting in which the letter of the script was opened, stamped, and that of the tray left sealed. */
beforeEach(async () => {
  room = await ExamRoom.open();
  const { plateau, proctor } = room;
  const { account, sitting } = room.first;
  const mastered = await masterForTest(sealedPost());
  const { hash } = await plateau.library.store(mastered);
  await plateau.db.write((tx) => tx.updateTable('sessions').set({ scenario_hash: hash }).execute());
  const { tab } = await openDesk(plateau, account, null);
  await confirmIdentity(plateau, account);
  await control.start(plateau, proctor, sitting);
  room.advance(2 * MINUTE);
  await tick(plateau);
  const { key } = mastered.compiled.letters!.find(({ id }) => id === 'avocat')!;
  const gestures = ['post.opened', 'post.stamped'].map((type) => ({ type, v: 1, d: { letter: key } }));
  await recordGestures(plateau, account, { outbox: 'box', tab, from: 1, gestures });
  await control.end(plateau, proctor, sitting);
  ctx = reviewContext(plateau, exporters);
});
afterEach(() => room.close());

describe('the jury’s replay of the paper post', () => {
  it('shows what was in an opened letter as the candidate saw it, and of a sealed one its envelope', async () => {
    const feed = await replayFeed(ctx, await requireCopy(ctx, room.juror, NUMBER));
    const text = JSON.stringify(feed);
    for (const secret of secretsOf(SHEETS.later)) expect(text).toContain(secret);
    for (const secret of secretsOf(SHEETS.tray)) expect(text).not.toContain(secret);
    const timeline = new Timeline(models, feed.scene, feed.events.map(fromFeed), feed.seeds);
    expect(timeline.at(2 * MINUTE).post).toMatchObject({
      letters: [
        { envelope: { sender: 'Étude Pineau' } },
        { openedMs: 2 * MINUTE, content: [{ blob: SHEETS.later.hash }] }
      ]
    });
  });

  it('serves the sheets of the opened one alone', async () => {
    const piece = await readCopyPiece(ctx, room.juror, NUMBER, SHEETS.later.hash);
    piece.stream.destroy();
    expect(piece.size).toBeGreaterThan(0);
    await expect(readCopyPiece(ctx, room.juror, NUMBER, SHEETS.tray.hash)).rejects.toMatchObject({
      code: 'blob.unknown'
    });
  });

  it('lists what was done with it among the traces, each with the second to go to', async () => {
    const { traces } = await copyFile(ctx, await requireCopy(ctx, room.juror, NUMBER));
    expect(
      traces.filter(({ group }) => group === 'letters').map(({ t, title, detail }) => [t, title, detail])
    ).toEqual([
      [2 * MINUTE, 'Cabinet Roche', 'Ouvert'],
      [2 * MINUTE, 'Cabinet Roche', 'Tamponné']
    ]);
  });
});
