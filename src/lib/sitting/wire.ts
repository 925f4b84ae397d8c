import type { DeskEvent, Gesture } from '../log/entry';
import type { Scene } from '../scene/scene';
import type { ModelId } from '../desk/app-model';

/** The wire between a candidate's browser and the server: JSON of these shapes, and nothing else. */

/** Where a sitting is. `familiarisation` is the prise en main; `over` includes the moment before late work has arrived. */
export type Phase = 'identity' | 'familiarisation' | 'ready' | 'running' | 'paused' | 'over';

/** The exam clock as data: `t(wall) = running && !held ? t + (wall − at) × rate : t`. Times in ms. */
export interface ClockState {
  readonly t: number;
  /** Server wall clock at which `t` was true. */
  readonly at: number;
  readonly running: boolean;
  /** Exam ms per wall ms: 1, or 0.75 with third-time (any rational below 1 with extra time). */
  readonly rate: number;
  /** How many times faster than an exam a rehearsal runs; its `rate` holds it. Absent in an exam. */
  readonly pace?: number;
  /** Exam time of the end. */
  readonly endMs: number;
  /** Wall instant until which the clock is held (a time credit), or `null`. */
  readonly heldUntil: number | null;
}

/**
 * `GET /api/poste/ouverture`: all that a desk needs to start; the answer takes the sitting over for a new tab ticket.
 * `?onglet=<ticket>` reads everything again without taking over (409 `tab.taken` when the ticket is not the newest). `scene` is `null` before the prise en main.
 */
export interface Opening {
  /** Names this sitting among all those that a post may have seen: what waits on the post is kept under it. */
  readonly sitting: string;
  readonly phase: Phase;
  readonly candidate: {
    readonly name: string;
    readonly number: string;
    readonly post: string;
    readonly extraTime: boolean;
  };
  readonly session: { readonly title: string; readonly centre: string };
  readonly clock: ClockState;
  /** Server wall clock when the answer was made. */
  readonly wall: number;
  /** Last entry folded in `states`. */
  readonly n: number;
  readonly scene: Scene | null;
  /** States of the light models (`shell`, `tree`, `mail`, `phone`, `notes`, `hand-in`…), at `n`. */
  readonly states: Partial<Record<ModelId, unknown>>;
  /** Ticket of this tab: the newest wins, the others are told. */
  readonly tab: string;
  readonly paused: { readonly cause: string } | null;
  readonly handRaised: boolean;
  /** What the proctor has written to this candidate, oldest first, with the exam time of each. */
  readonly words: readonly { readonly text: string; readonly t: number }[];
  /** Server wall clock of the last durable write of the candidate's work, or `null`. */
  readonly savedAt: number | null;
}

/** `GET /api/poste/etat/[model]`: the state of one heavy model (`text`, `sheet`, `agenda`, `orders`) at entry `n`. */
export interface ModelSnapshot {
  readonly n: number;
  readonly state: unknown;
}

/**
 * `POST /api/poste/gestes`: gestures of one outbox, numbered without a gap from `from`. Any outbox of the sitting may be
 * delivered under the newest ticket: a new tab delivers what an earlier one had left on the post.
 * `GET /api/poste/gestes?bac=<outbox>` answers `{ expected }`, the next sequence that the server waits for.
 */
export interface GestureBatch {
  /** Identifier of the browser's durable outbox. */
  readonly outbox: string;
  readonly tab: string;
  /** Sequence, in the outbox, of the first gesture (from 1). */
  readonly from: number;
  /** A tab that has been taken over delivers what it had recorded before; it records nothing more. */
  readonly late?: boolean;
  readonly gestures: readonly Gesture[];
}

/** Answer: entry numbers of each gesture of the batch, in order, whether they were new or already there. */
export interface GestureReceipt {
  readonly ns: readonly number[];
  /** Server wall clock of the durable write: what « Enregistré jusqu'à » shows. */
  readonly wall: number;
}

/** Messages of `GET /api/poste/flux` (Server-Sent Events). `event:` is the key, `id:` is the last entry's `n` for `entry`. */
export interface StreamMessages {
  /** An entry that the candidate may see and did not write. */
  entry: DeskEvent & { n: number };
  clock: ClockState & { wall: number; phase: Phase; paused: { cause: string } | null };
  /** Another tab or machine has taken over. */
  taken: Record<string, never>;
  /** A word from the proctor, for the corner of the screen. */
  word: { text: string };
  hand: { raised: boolean };
}

/** Errors of every endpoint: HTTP status and this body. */
export interface WireError {
  readonly code: string;
  readonly message: string;
}
