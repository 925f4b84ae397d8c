import type { SessionId, SittingId } from '../kernel/ids';

/**
 * Something has changed: read it again. `missed` means that the line between nodes was cut for a while and that any
 * number of changes may have gone unheard.
 */
export type Change =
  | { readonly kind: 'sitting'; readonly sitting: SittingId; readonly session: SessionId; readonly n: number }
  | { readonly kind: 'session'; readonly session: SessionId }
  | { readonly kind: 'missed' };

/** A sitting's topic hears that sitting; a session's topic hears the session and all its sittings. */
export type Topic = `sitting:${SittingId}` | `session:${SessionId}`;

export type Listener = (change: Change) => void;

/** Publish/subscribe of changes, in the process and, on PostgreSQL, between nodes. Nothing is kept: it only wakes readers. */
export interface Bus {
  /** Tells local listeners at once and other nodes within about 50 ms. */
  publish(change: Change): void;
  /** Returns the function that unsubscribes. */
  subscribe(topic: Topic, listener: Listener): () => void;
}

/** The bus of one process. `onPublish` sees every local publication (the bridge to other nodes hangs there). */
export class LocalBus implements Bus {
  readonly #listeners = new Map<string, Set<Listener>>();
  readonly #onPublish: (change: Change) => void;

  constructor(onPublish: (change: Change) => void = () => {}) {
    this.#onPublish = onPublish;
  }

  publish(change: Change): void {
    this.deliver(change);
    this.#onPublish(change);
  }

  /** Tells local listeners only. */
  deliver(change: Change): void {
    if (change.kind === 'missed') {
      for (const listeners of this.#listeners.values()) notify(listeners, change);
      return;
    }
    if (change.kind === 'sitting') notify(this.#listeners.get(`sitting:${change.sitting}`), change);
    notify(this.#listeners.get(`session:${change.session}`), change);
  }

  subscribe(topic: Topic, listener: Listener): () => void {
    const listeners = this.#listeners.get(topic) ?? new Set();
    this.#listeners.set(topic, listeners.add(listener));
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0 && this.#listeners.get(topic) === listeners) this.#listeners.delete(topic);
    };
  }
}

/** One listener's fault must not keep the others from hearing. */
function notify(listeners: ReadonlySet<Listener> | undefined, change: Change): void {
  for (const listener of [...(listeners ?? [])]) {
    try {
      listener(change);
    } catch (error) {
      console.error('a listener of the bus failed', error);
    }
  }
}
