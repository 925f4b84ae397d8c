/** Speeds of the replay, in exam seconds per second. */
export const SPEEDS = [1, 2, 4, 8, 16, 60] as const;
export type Speed = (typeof SPEEDS)[number];

/** The instant shown, and its running. Times in exam ms. */
export class Player {
  readonly endMs: number;
  #t = $state(0);
  #speed = $state<Speed>(8);
  #playing = $state(false);
  #frame = 0;
  #last = 0;

  constructor(endMs: number, t = 0) {
    this.endMs = Math.max(1, endMs);
    this.#t = t;
  }

  get t(): number {
    return this.#t;
  }
  get speed(): Speed {
    return this.#speed;
  }
  set speed(speed: Speed) {
    this.#speed = speed;
  }
  get playing(): boolean {
    return this.#playing;
  }

  seek(t: number): void {
    this.#t = Math.min(this.endMs, Math.max(0, Math.round(t)));
  }

  /** Goes to the next (1) or previous (−1) of these instants, which are sorted. */
  step(direction: 1 | -1, instants: readonly number[]): void {
    const next =
      direction === 1
        ? instants.find((instant) => instant > this.#t)
        : instants.findLast((instant) => instant < this.#t);
    if (next !== undefined) this.seek(next);
  }

  toggle(): void {
    if (this.#playing) this.pause();
    else this.play();
  }

  play(): void {
    if (this.#t >= this.endMs) this.#t = 0;
    this.#playing = true;
    this.#last = performance.now();
    this.#frame = requestAnimationFrame(this.#run);
  }

  pause(): void {
    this.#playing = false;
    cancelAnimationFrame(this.#frame);
  }

  readonly #run = (now: number): void => {
    this.seek(this.#t + (now - this.#last) * this.#speed);
    this.#last = now;
    if (this.#t >= this.endMs) this.pause();
    else this.#frame = requestAnimationFrame(this.#run);
  };
}
