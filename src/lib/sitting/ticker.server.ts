import type { SittingContext } from './context.server';
import { noteAlive, OUTAGE_MS, pauseAfterOutage } from './outage.server';
import { tick, writePresence } from './tick.server';

const EVERY_MS = 200;
const PRESENCE_EVERY_MS = 1_000;
const ALIVE_EVERY_MS = 5_000;
const EVICT_AFTER_MS = 10 * 60_000;

/**
 * The heartbeat of a server: wakes due sittings, writes signs of life, forgets idle sittings, and pauses everybody when
 * it finds that it had been stopped itself (a suspended machine). It keeps no time of its own: a missed beat loses nothing.
 */
export class Ticker {
  readonly #ctx: SittingContext;
  readonly #onFault: (error: unknown) => void;
  #timer: NodeJS.Timeout | null = null;
  #beating: Promise<void> = Promise.resolve();
  #stopped = false;
  #lastBeat: number;
  #lastPresence = 0;
  #lastAlive = 0;

  constructor(ctx: SittingContext, onFault: (error: unknown) => void) {
    this.#ctx = ctx;
    this.#onFault = onFault;
    this.#lastBeat = ctx.now();
  }

  /** Deals with an outage that has just ended, then beats until `stop`. */
  async start(): Promise<void> {
    await pauseAfterOutage(this.#ctx);
    await noteAlive(this.#ctx);
    this.#lastBeat = this.#ctx.now();
    this.#again();
  }

  /** Resolves when the beat in progress is over and signs of life are written. */
  async stop(): Promise<void> {
    this.#stopped = true;
    if (this.#timer) clearTimeout(this.#timer);
    await this.#beating;
    await writePresence(this.#ctx);
    await noteAlive(this.#ctx);
  }

  #again(): void {
    if (this.#stopped) return;
    this.#timer = setTimeout(() => {
      this.#beating = this.#beat()
        .catch(this.#onFault)
        .then(() => this.#again());
    }, EVERY_MS);
  }

  async #beat(): Promise<void> {
    const ctx = this.#ctx;
    const now = ctx.now();
    if (now - this.#lastBeat > OUTAGE_MS) await pauseAfterOutage(ctx);
    this.#lastBeat = now;
    await tick(ctx);
    if (now - this.#lastPresence >= PRESENCE_EVERY_MS) {
      this.#lastPresence = now;
      await writePresence(ctx);
    }
    if (now - this.#lastAlive >= ALIVE_EVERY_MS) {
      this.#lastAlive = now;
      await noteAlive(ctx);
      ctx.cache.evictIdle(now - EVICT_AFTER_MS);
    }
  }
}
