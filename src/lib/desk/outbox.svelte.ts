import type { Gesture } from '../log/entry';
import type { GestureBatch, GestureReceipt } from '../sitting/wire';
import type { KeptGesture, OutboxStore } from './outbox-store';

/** Largest batch sent at once: well under the server's limits of 500 gestures and 512 kB. */
const BATCH_GESTURES = 200;
const BATCH_CHARACTERS = 300_000;
const RETRY_MS = [500, 1000, 2000, 4000, 8000] as const;

/**
 * What the server answers to a batch. `refused`: one of the gestures is not acceptable as it is (a fault of the program);
 * `closed`: this tab may not send any more (taken over, signed out, sealed); `unreachable`: try again later.
 */
export type SendOutcome =
  | { readonly kind: 'receipt'; readonly receipt: GestureReceipt }
  | { readonly kind: 'gap'; readonly expected: number }
  | { readonly kind: 'refused'; readonly code: string }
  | { readonly kind: 'closed'; readonly code: string }
  | { readonly kind: 'unreachable' };

/** The world around an outbox, so that tests drive it without a browser or a clock. */
export interface OutboxWorld {
  readonly sitting: string;
  readonly outbox: string;
  readonly store: OutboxStore;
  send(batch: Omit<GestureBatch, 'tab' | 'late'>): Promise<SendOutcome>;
  /** Calls `then` after `ms`; returns a way to call it off. */
  later(ms: number, then: () => void): () => void;
  now(): number;
  /** Told of each gesture's entry number once it is durable on the server. */
  acknowledged(gesture: Gesture, n: number): void;
  /** What takes the place of a gesture that the server will not take, so that the sequence has no gap and the log knows. */
  replacement(gesture: Gesture, code: string): Gesture;
}

/**
 * The durable way from a gesture to the log. A gesture is first kept on the post (IndexedDB), then sent in order, and
 * forgotten only when the server has said that it is durable there. What earlier tabs of this sitting left behind is
 * delivered first, under the numbers it already had, so that nothing is lost and nothing arrives twice.
 */
export class Outbox {
  /** Server wall clock of the last durable write: the « Enregistré jusqu’à » of the screen, never a wish. */
  savedAtWall = $state<number | null>(null);
  /** Gestures not yet acknowledged. */
  pending = $state(0);
  /** Browser clock since when the server cannot be reached, or `null`. */
  unreachableSince = $state<number | null>(null);
  /** Why this tab may not send any more, or `null`. What it had recorded stays on the post for the next one. */
  closed = $state<string | null>(null);

  readonly #world: OutboxWorld;
  /** Outboxes of earlier tabs that the server cannot take. */
  readonly #aside = new Set<string>();
  #seq = 0;
  #queue: KeptGesture[] = [];
  /** Writes to the durable store, in order; a gesture is sent only when its own write is done. */
  #kept: Promise<void> = Promise.resolve();
  #sending: Promise<void> | null = null;
  #held = 0;
  #retries = 0;
  #cancelRetry: (() => void) | null = null;

  constructor(world: OutboxWorld) {
    this.#world = world;
  }

  /** Takes over what earlier tabs of this sitting left on the post; resolves when the first attempt to send it is over. */
  async adopt(): Promise<number> {
    const left = (await this.#world.store.all(this.#world.sitting)).filter(
      (kept) => kept.outbox !== this.#world.outbox && !this.#aside.has(kept.outbox)
    );
    const known = new Set(this.#queue.map(keyOf));
    const fresh = left.filter((kept) => !known.has(keyOf(kept)));
    if (fresh.length === 0) return 0;
    this.#queue = [...fresh, ...this.#queue];
    this.#count();
    await this.flush();
    return fresh.length;
  }

  /** Keeps gestures and sends them as soon as the way is free. */
  add(gestures: readonly Gesture[]): void {
    const { sitting, outbox, store } = this.#world;
    const kept = gestures.map((gesture) => ({ sitting, outbox, seq: ++this.#seq, gesture }));
    this.#queue.push(...kept);
    this.#count();
    // A post whose disk refuses still sends: the server is then the only keeper, and the indicator stays truthful.
    this.#kept = this.#kept.then(() => store.put(kept)).catch(() => undefined);
    void this.flush();
  }

  /** Sends what waits; resolves when the queue is empty, or when the server cannot be reached for now. */
  flush(): Promise<void> {
    if (this.#held > 0 || this.closed) return Promise.resolve();
    this.#sending ??= this.#drain().finally(() => (this.#sending = null));
    return this.#sending;
  }

  /** Runs `work` while nothing is on its way, so that what it reads from the server holds exactly what is acknowledged. */
  async whileQuiet<T>(work: () => Promise<T>): Promise<T> {
    this.#held += 1;
    try {
      await this.#sending;
      return await work();
    } finally {
      this.#held -= 1;
      void this.flush();
    }
  }

  async #drain(): Promise<void> {
    this.#cancelRetry?.();
    this.#cancelRetry = null;
    while (this.#queue.length > 0 && this.#held === 0) {
      await this.#kept;
      const batch = nextBatch(this.#queue);
      const first = batch[0]!;
      const outcome = await this.#world.send({
        outbox: first.outbox,
        from: first.seq,
        gestures: batch.map((kept) => kept.gesture)
      });
      if (outcome.kind === 'unreachable') return this.#retryLater();
      this.#retries = 0;
      this.unreachableSince = null;
      if (outcome.kind === 'closed') {
        this.closed = outcome.code;
        return;
      }
      await this.#settle(batch, outcome);
      if (this.closed) return;
    }
  }

  async #settle(batch: readonly KeptGesture[], outcome: SendOutcome): Promise<void> {
    const first = batch[0]!;
    const last = batch.at(-1)!;
    if (outcome.kind === 'receipt') {
      this.savedAtWall = outcome.receipt.wall;
      batch.forEach((kept, index) => {
        const n = outcome.receipt.ns[index];
        if (n !== undefined) this.#world.acknowledged(kept.gesture, n);
      });
      return this.#drop(first, last.seq);
    }
    if (outcome.kind === 'gap') {
      // The server already has the beginning: forget it. It can lack nothing before it, or its database went back in time.
      if (outcome.expected > first.seq) return this.#drop(first, Math.min(outcome.expected - 1, last.seq));
      if (first.outbox === this.#world.outbox) this.closed = 'outbox.gap';
      else this.#setAside(first);
      return;
    }
    if (outcome.kind !== 'refused') return;
    if (batch.length > 1) {
      // One bad gesture must not hold the good ones: send them one by one to find it.
      this.#queue = [...batch.map((kept) => ({ ...kept, alone: true })), ...this.#queue.slice(batch.length)];
      return;
    }
    const replaced = { ...first, gesture: this.#world.replacement(first.gesture, outcome.code) };
    if (first.gesture.type === replaced.gesture.type) this.closed = outcome.code;
    this.#queue = [replaced, ...this.#queue.slice(1)];
  }

  async #drop(first: KeptGesture, upTo: number): Promise<void> {
    this.#queue = this.#queue.filter((kept) => kept.outbox !== first.outbox || kept.seq > upTo);
    this.#count();
    await this.#world.store.forget(first.sitting, first.outbox, upTo).catch(() => undefined);
  }

  /**
   * What an earlier tab left cannot be delivered: it stays on the post, the log is told, and what is made now goes on
   * its way. Work of today must never wait behind work that the server does not know.
   */
  #setAside({ outbox, gesture }: KeptGesture): void {
    this.#aside.add(outbox);
    this.#queue = this.#queue.filter((kept) => kept.outbox !== outbox);
    this.add([this.#world.replacement(gesture, 'outbox.gap')]);
  }

  #retryLater(): void {
    this.unreachableSince ??= this.#world.now();
    const wait = RETRY_MS[Math.min(this.#retries++, RETRY_MS.length - 1)]!;
    this.#cancelRetry = this.#world.later(wait, () => void this.flush());
  }

  #count(): void {
    this.pending = this.#queue.length;
  }
}

const keyOf = (kept: KeptGesture): string => `${kept.outbox}/${kept.seq}`;

/** The longest run at the head of the queue that one batch may carry: one outbox, consecutive, within the limits. */
function nextBatch(queue: readonly (KeptGesture & { alone?: boolean })[]): KeptGesture[] {
  const batch: KeptGesture[] = [];
  let characters = 0;
  for (const kept of queue) {
    const previous = batch.at(-1);
    if (previous && (kept.outbox !== previous.outbox || kept.seq !== previous.seq + 1 || kept.alone)) break;
    characters += JSON.stringify(kept.gesture).length;
    if (previous && characters > BATCH_CHARACTERS) break;
    batch.push(kept);
    if (kept.alone || batch.length === BATCH_GESTURES) break;
  }
  return batch;
}
