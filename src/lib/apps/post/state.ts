import type { Attachment, SceneLetter } from '../../scene/scene';
import type { DIRECTIONS, MODES, VIEWS } from './events';

/** Where the paper is, once it has left the tray. */
export type Place =
  | { readonly kind: 'person'; readonly to: string; readonly note: string; readonly atMs: number }
  | { readonly kind: 'binder'; readonly binder: string; readonly atMs: number }
  | { readonly kind: 'aside'; readonly atMs: number }
  | { readonly kind: 'bin'; readonly atMs: number };

/** A scan that was saved to the files. */
export interface Scan {
  readonly file: string;
  readonly name: string;
  readonly folder: string | null;
}

/** A piece of post of the tray. Times are exam time, in ms. */
export interface Letter {
  readonly id: string;
  readonly nature: SceneLetter['nature'];
  readonly envelope: SceneLetter['envelope'];
  readonly trackingNumber?: string;
  /** What was inside; absent until the server has told it, after the opening. Look at it by {@link insideOf}. */
  readonly content?: readonly Attachment[];
  readonly arrivedMs: number;
  readonly openedMs?: number;
  readonly stampedMs?: number;
  readonly scans: readonly Scan[];
  /** Absent while it lies in the tray, not dealt with. */
  readonly place?: Place;
}

/** What is inside, as far as it may be seen: nothing while it is `sealed`, nor while it is on its way (`opening`). */
export const insideOf = ({ openedMs, content }: Letter): readonly Attachment[] | 'sealed' | 'opening' =>
  openedMs === undefined ? 'sealed' : (content ?? 'opening');

/** The sheets that can be read. */
export function sheetsOf(letter: Letter): readonly Attachment[] {
  const inside = insideOf(letter);
  return typeof inside === 'string' ? [] : inside;
}

export type Direction = (typeof DIRECTIONS)[number];

/** What a line of the register says. */
export interface EntryFields {
  /** Day of the story, `2026-03-17`. */
  readonly day: string;
  readonly sender: string;
  readonly addressee: string;
  readonly nature: string;
  readonly subject: string;
  readonly tracking: string;
  readonly service: string;
}

export interface Entry extends EntryFields {
  readonly id: string;
  readonly direction: Direction;
  /** Place in its sequence, from 1, without a gap. */
  readonly rank: number;
  readonly letter?: string;
  readonly sending?: string;
  readonly atMs: number;
  readonly struck: boolean;
  /** What it said before each correction, oldest first. */
  readonly before: readonly EntryFields[];
}

export type Mode = (typeof MODES)[number];

/** A letter that left by post. */
export interface Sending {
  readonly id: string;
  /** Frozen copy. */
  readonly file: string;
  readonly name: string;
  readonly recipient: string;
  readonly mode: Mode;
  /** Number of a followed or registered letter. */
  readonly trackingNumber?: string;
  readonly atMs: number;
}

export type PostView = (typeof VIEWS)[number];

export interface PostState {
  /** In order of arrival. */
  readonly letters: readonly Letter[];
  readonly entries: readonly Entry[];
  readonly sendings: readonly Sending[];
  readonly view: PostView;
  readonly selected: string | null;
  readonly direction: Direction;
}

/** `A-001`: the number of a line as the register prints it. */
export const entryNumber = ({ direction, rank }: Pick<Entry, 'direction' | 'rank'>): string =>
  `${direction === 'arrival' ? 'A' : 'D'}-${String(rank).padStart(3, '0')}`;

/** Number that the next line of a sequence will have. */
export const nextNumber = (state: PostState, direction: Direction): string =>
  entryNumber({ direction, rank: entriesOf(state, direction).length + 1 });

export const entriesOf = (state: PostState, direction: Direction): readonly Entry[] =>
  state.entries.filter((entry) => entry.direction === direction);

/** Lines of the register that are about a letter; struck ones left out. */
export const entryOfLetter = (state: PostState, letter: string): Entry | undefined =>
  state.entries.find((entry) => entry.letter === letter && !entry.struck);

export const pendingLetters = (state: PostState): readonly Letter[] =>
  state.letters.filter((letter) => !letter.place);

/** Letters not dealt with: what the taskbar counts. */
export const postBadge = (state: PostState): number => pendingLetters(state).length;

/** Names of the binders used so far, each once. */
export const bindersOf = (state: PostState): readonly string[] => [
  ...new Set(state.letters.flatMap(({ place }) => (place?.kind === 'binder' ? [place.binder] : [])))
];
