import { deskProgram } from '../../src/lib/apps/registry.server';
import type { Gesture } from '../../src/lib/log/entry';
import { BlobStore } from '../../src/lib/server/blobs';
import { openDatabase } from '../../src/lib/server/db/open-database';
import { clockStarted, identityConfirmed } from '../../src/lib/engine/events';
import { decide } from '../../src/lib/sitting/decide.server';
import { recordGestures } from '../../src/lib/sitting/record-gestures.server';
import type { SittingContext } from '../../src/lib/sitting/context.server';
import { ScenarioLibrary } from '../../src/lib/sitting/scenario-library.server';
import { SittingCache } from '../../src/lib/sitting/sitting-cache.server';
import type { PlayedSeat } from './played-sitting';

/** One thing that a node is asked to do for a sitting, at a wall instant: `from` 0 opens and starts, no gesture is a tick. */
export interface Errand {
  readonly seat: PlayedSeat;
  readonly wall: number;
  /** Place of the first gesture in the candidate's outbox, from 1. */
  readonly from: number;
  readonly gestures: readonly Gesture[];
}

/** A node of a centre on a PostgreSQL that others share; only its sittings are used. */
export async function examNode(dataDir: string, databaseUrl: string): Promise<SittingContext> {
  const db = await openDatabase({ dataDir, databaseUrl });
  const blobs = new BlobStore(dataDir, db);
  const library = new ScenarioLibrary(db, blobs);
  return {
    db,
    blobs,
    mode: 'centre',
    offers: [],
    now: () => 0,
    randomBytes: (size) => new Uint8Array(size),
    codeKey: 'a secret of the tests',
    program: deskProgram,
    cache: new SittingCache(),
    seen: new Map(),
    unsent: new Map(),
    scenario: (hash) => library.playable(hash)
  };
}

/** Does an errand through the use cases. Doing it again changes nothing. */
export async function runErrand(node: SittingContext, { seat, wall, from, gestures }: Errand): Promise<void> {
  const ctx = { ...node, now: () => wall };
  if (from === 0) {
    await decide(ctx, seat.sitting, (draft) => {
      if (draft.folds.engine.started) return;
      draft.write('candidate', identityConfirmed({}));
      draft.write('proctor', clockStarted({}));
    });
  } else if (gestures.length > 0) {
    const batch = { outbox: `box-${seat.sitting}`, tab: 'late', late: true, from, gestures };
    await recordGestures(ctx, seat.account, batch);
  } else await decide(ctx, seat.sitting, (draft) => draft.tick());
}

const MINUTE = 60_000;
const gesture = (type: string, d: unknown): Gesture => ({ type, v: 1, d });
const folder = (name: string) => gesture('folder.created', { folder: `f-${name}`, name, parent: null });
const letter = gesture('file.created', {
  ...{ file: 'f-lettre', name: 'Lettre.docx', folder: null, kind: 'text', mediaType: 'x' },
  content: { doc: { type: 'doc', content: [] } }
});
const mail = (name: string, to: string, body: string) =>
  gesture('mail.sent', { mail: name, to: [to], cc: [], bcc: [], attachments: [], subject: name, body });

/**
 * What a candidate does in the example of a quarter of an hour: by the bits of `variant`, answers the call or not, hangs
 * up or puts it on hold, writes to the customer or to the director, begins a letter that is never handed in. Ends with a
 * tick after the end.
 */
export function errandsOf(seat: PlayedSeat, variant: number, call: string): readonly Errand[] {
  const bit = (place: number) => ((variant >> place) & 1) === 1;
  const third = bit(0) ? 4 / 3 : 1;
  const at = (ms: number) => 1_000_000 + Math.ceil(ms * third);
  const batches: readonly (readonly [number, readonly Gesture[]])[] = [
    [5 * MINUTE + 9_000, bit(2) ? [gesture('phone.picked-up', { call })] : [folder('c')]],
    [6 * MINUTE, bit(2) ? [gesture(bit(3) ? 'phone.hung-up' : 'phone.held', { call })] : []],
    [
      9 * MINUTE,
      [
        mail('m-1', bit(4) ? 'j.aubry@clos.example' : 'c.morvan@verdelis.example', 'Avoir'),
        folder('d'),
        ...(bit(1) ? [folder('b'), letter] : [])
      ]
    ],
    [16 * MINUTE, []]
  ];
  let next = 1;
  const sent = batches.map(([ms, gestures]): Errand => {
    const from = next;
    next += gestures.length;
    return { seat, wall: at(ms), from, gestures };
  });
  return [{ seat, wall: at(0), from: 0, gestures: [] }, ...sent];
}
export const VARIANTS = 32;
