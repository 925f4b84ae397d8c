/** The browser's frames, or a test's. */
export interface Frames {
  request(callback: () => void): number;
  cancel(id: number): void;
}

const BROWSER: Frames = {
  request: (callback) => requestAnimationFrame(callback),
  cancel: (id) => cancelAnimationFrame(id)
};

/**
 * Does a costly thing with the newest of many values: at once with the first, then at most once a frame, so that a slider
 * dragged faster than the desk can be drawn skips instants and never lags behind the hand.
 */
export class LatestPerFrame<T> {
  readonly #work: (value: T) => void;
  readonly #frames: Frames;
  /** The frame that is waited for; `null` at rest. */
  #frame: number | null = null;
  #next: { readonly value: T } | null = null;

  constructor(work: (value: T) => void, frames: Frames = BROWSER) {
    this.#work = work;
    this.#frames = frames;
  }

  take(value: T): void {
    if (this.#frame !== null) {
      this.#next = { value };
      return;
    }
    this.#wait();
    this.#work(value);
  }

  /** Forgets what waits. */
  stop(): void {
    if (this.#frame !== null) this.#frames.cancel(this.#frame);
    this.#frame = null;
    this.#next = null;
  }

  #wait(): void {
    this.#frame = this.#frames.request(() => {
      this.#frame = null;
      const next = this.#next;
      this.#next = null;
      if (next) this.take(next.value);
    });
  }
}
