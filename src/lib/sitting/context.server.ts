import type { BlobHash, SittingId } from '../kernel/ids';
import type { DeskEvent } from '../log/entry';
import type { EventRegistry } from '../log/event-definition';
import type { Fact } from '../log/facts';
import type { FrozenFile } from '../log/hand-in-frozen';
import type { DeskReader, ModelId } from '../desk/app-model';
import type { AnyModel } from '../desk/fold';
import type { RunnableScenario } from '../engine/beat';
import type { Deliverable } from '../engine/freeze';
import type { Scene } from '../scene/scene';
import type { BlobStore } from '../server/blobs';
import type { SessionsContext } from '../sessions/context.server';
import type { SittingCache } from './sitting-cache.server';

/** What a sitting needs of a stored scenario; the jury's package is not here. */
export interface PlayableScenario {
  readonly hash: string;
  readonly runnable: RunnableScenario;
  readonly scene: Scene;
  /** Hashes of the blobs that the scene names. */
  readonly blobs: ReadonlySet<string>;
}

/** The applications as the server runs them. */
export interface DeskProgram {
  readonly models: readonly AnyModel[];
  /** Models sent with the opening; the others are asked for one by one. */
  readonly lightModels: ReadonlySet<ModelId>;
  /** Every event type that a log may hold. */
  readonly registry: EventRegistry;
  /** The types that a candidate's browser may send. */
  readonly gestures: EventRegistry;
  /** Facts that the applications see in a candidate's event, read after it. */
  factsOf(event: DeskEvent, desk: DeskReader): readonly Fact[];
  /** What the candidate has made that could be a deliverable, last changed first. */
  productionsFor(desk: DeskReader, deliverable: Deliverable): readonly FrozenFile[];
}

/** What the use cases of a sitting need of the world; made once by the composition root. */
export interface SittingContext extends SessionsContext {
  readonly program: DeskProgram;
  readonly blobs: BlobStore;
  readonly cache: SittingCache;
  /** Signs of life not yet written, by sitting. */
  readonly seen: Map<SittingId, number>;
  /** Since when (wall) a desk has had work to deliver, as its last sign of life to this node said; `null`: it had none. */
  readonly unsent: Map<SittingId, number | null>;
  /** @throws DomainError `scenario.unknown` */
  scenario(hash: string): Promise<PlayableScenario>;
}

/** Blobs are named by the SHA-256 of their bytes. */
export const isBlobHash = (text: string): text is BlobHash => /^[0-9a-f]{64}$/.test(text);
