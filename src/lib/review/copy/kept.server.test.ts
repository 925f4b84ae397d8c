import { unzipSync } from 'fflate';
import { afterEach, describe, expect, it } from 'vitest';
import { JuryRoom } from '../../../../tests/builders/jury-room';
import { clockStarted } from '../../engine/events';
import type { Gesture } from '../../log/entry';
import * as control from '../../sitting/control.server';
import { decide } from '../../sitting/decide.server';
import { openDesk } from '../../sitting/open-desk.server';
import { recordGestures } from '../../sitting/record-gestures.server';
import { buildArchive } from '../archive/make-archive.server';
import { historyOf, versionsOf } from '../screen/versions';
import { requireCopy } from './copies.server';
import type { ProductionLine } from './copy-file';
import { copyFile } from './read-copy.server';
import { replayFeed } from '../replay/feed.server';
import { fromFeed } from '../replay/feed';
import { Timeline } from '../replay/timeline';

const MINUTE = 60_000;
/** Exporters may start LibreOffice where it is installed. */
const SLOW_MS = 300_000;
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const NUMBER = '0417';
const plain = (text: string) => text.replaceAll('\u00a0', ' ');
const gesture = (type: string, d: unknown): Gesture => ({ type, v: 1, d });
const doc = (text: string) => ({
  doc: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] }
});
const create = (file: string, name: string, text: string): Gesture =>
  gesture('file.created', {
    ...{ file, name, folder: null, kind: 'text', mediaType: DOCX },
    content: doc(text)
  });
const handIn = (file: string, copy: string): readonly Gesture[] => [
  gesture('file.copied', { file, copy, name: 'LETTRE.docx', folder: null, frozen: true }),
  gesture('hand-in.submitted', {
    ...{ receipt: `r-${copy}`, task: 'reclamation', deliverable: 'lettre' },
    ...{ file: copy, origin: file, name: 'LETTRE.docx' }
  })
];
const rename = gesture('file.renamed', { file: 'f-1', name: 'RENOMMEE.docx' });

/** What the candidate does, by exam minute; the deadline of the letter is at 25. */
type Part = readonly [minute: number, ...gestures: readonly Gesture[]];
let jury: JuryRoom;
async function sit(...parts: readonly Part[]): Promise<ProductionLine> {
  jury = await JuryRoom.open('at work');
  const { room, ctx } = jury;
  const { account, sitting } = room.second;
  const { tab } = await openDesk(ctx, account, null);
  await decide(ctx, sitting, (draft) => draft.write('proctor', clockStarted({})));
  let t = 0;
  let from = 1;
  for (const [minute, ...gestures] of parts) {
    // This candidate has third-time.
    room.advance(((minute - t) * MINUTE * 4) / 3);
    t = minute;
    await recordGestures(ctx, account, { outbox: 'box', tab, from, gestures });
    from += gestures.length;
  }
  await control.end(ctx, room.proctor, sitting);
  const { productions } = await copyFile(ctx, await requireCopy(ctx, jury.jurors[0], NUMBER));
  return productions.find(({ production }) => production === 'lettre')!;
}
afterEach(() => jury.close());

describe('a letter that the deadline found unfinished', () => {
  it(
    'is shown as it was then when nothing was handed in, opened like a hand-in, and is in the archive',
    async () => {
      const line = await sit(
        [2, create('f-1', 'LETTRE.docx', 'Monsieur,'), create('f-2', 'Notes.docx', 'Idées')],
        [10, create('f-3', 'LETTRE.docx', 'Une autre lettre')],
        [27, rename]
      );
      expect(historyOf(line)).toBe('Rien de remis à l’échéance.');
      expect(versionsOf(line).map(({ label }) => plain(label))).toEqual([
        'À l’échéance : LETTRE.docx',
        'À l’échéance : LETTRE.docx',
        'À l’échéance : Notes.docx'
      ]);
      const [newest] = versionsOf(line);
      expect(newest).toMatchObject({
        t: 25 * MINUTE,
        showing: { kind: 'window', app: 'text', params: { file: 'f-3' } }
      });

      const { ctx } = jury;
      const copy = await requireCopy(ctx, jury.jurors[0], NUMBER);
      const feed = await replayFeed(ctx, copy);
      const { models } = ctx.program;
      const timeline = new Timeline(models, feed.scene, feed.events.map(fromFeed), feed.seeds);
      const { tree } = timeline.atEntry(newest!.n) as { tree: { files: Record<string, { name: string }> } };
      expect(tree.files['f-1']?.name).toBe('LETTRE.docx');

      const paths = Object.keys(unzipSync((await buildArchive(ctx, copy)).bytes));
      expect(paths.filter((path) => /^productions\/echeances\/.*\.docx$/.test(path))).toEqual([
        'productions/echeances/reclamation - lettre/LETTRE (2).docx',
        'productions/echeances/reclamation - lettre/LETTRE.docx',
        'productions/echeances/reclamation - lettre/Notes.docx'
      ]);
    },
    SLOW_MS
  );

  it('is beside the copy that was handed in late, with the difference of time', async () => {
    const line = await sit([2, create('f-1', 'LETTRE.docx', 'Monsieur,')], [28, ...handIn('f-1', 'c-1')]);
    expect(plain(historyOf(line))).toBe('Rien de remis à l’échéance ; remise 3 min plus tard.');
    expect(versionsOf(line).map(({ label }) => plain(label))).toEqual([
      'Remise en retard, + 3 min',
      'À l’échéance : LETTRE.docx'
    ]);
    expect(versionsOf(line)[0]).toMatchObject({ showing: { params: { file: 'c-1' } } });
  });

  it('is nothing when nothing was begun', async () => {
    const line = await sit([27, create('f-1', 'LETTRE.docx', 'Trop tard')]);
    expect(line.kept).toMatchObject({ cause: 'deadline', files: [] });
    expect(versionsOf(line)).toEqual([]);
  });
});

describe('a letter handed in in time', () => {
  it('keeps nothing; handed in again late, both versions are there', async () => {
    const line = await sit(
      [2, create('f-1', 'LETTRE.docx', 'Monsieur,'), ...handIn('f-1', 'c-1')],
      [27, ...handIn('f-1', 'c-2')]
    );
    expect(line.kept).toBeNull();
    expect(plain(historyOf(line))).toBe('Remise à l’heure, puis de nouveau 2 min après l’échéance.');
    expect(versionsOf(line).map(({ label, showing }) => [plain(label), showing])).toMatchObject([
      ['Remise en retard, + 2 min', { params: { file: 'c-2' } }],
      ['Remise à l’heure', { params: { file: 'c-1' } }]
    ]);
  });
});
