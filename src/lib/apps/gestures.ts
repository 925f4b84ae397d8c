import type { DeskReader } from '../desk/app-model';
import type { Gesture } from '../log/entry';
import type { Fact } from '../log/facts';
import { officeGestures } from './gestures-office';
import { paperGestures } from './gestures-papers';
import { talkGestures } from './gestures-talk';

/** Makes an identifier that nothing has. */
export type NewId = (prefix: string) => string;

/** What a candidate may have done on a desk to bring about a fact; empty when it leaves nothing to see. */
export type GesturesOf = (fact: Fact, desk: DeskReader, newId: NewId) => readonly Gesture[];

const BY_AREA: Readonly<Record<string, GesturesOf>> = {
  appel: talkGestures,
  message: talkGestures,
  discussion: talkGestures,
  annonce: talkGestures,
  visite: talkGestures,
  courriel: paperGestures,
  pli: paperGestures,
  fichier: paperGestures,
  document: paperGestures,
  tableur: paperGestures,
  piece: officeGestures,
  note: officeGestures,
  rendezvous: officeGestures
};

/**
 * The other way round of `factsOf`: gestures that put on a desk what a recorded or simulated candidate did, so that
 * somebody may go on from there. A fact says less than a gesture: the text of a document, the lines of an order are not in
 * it, and what stands for them says so.
 */
export const gesturesOf: GesturesOf = (fact, desk, newId) =>
  BY_AREA[fact.fait.split('.')[0] ?? '']?.(fact, desk, newId) ?? [];
