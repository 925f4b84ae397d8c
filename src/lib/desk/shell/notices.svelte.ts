import { SvelteSet } from 'svelte/reactivity';
import type { Notice } from '../port';

/** How long a notice stays in the corner, in ms, unless somebody is reading it. */
export const NOTICE_STAY_MS = 8_000;
/** Notices shown at once; older ones give way and stay in the trail. */
const SHOWN_AT_MOST = 3;

export interface KeptNotice extends Notice {
  readonly id: number;
  /** Story time of its arrival, `null` before the story begins. */
  readonly at: number | null;
}

/** What arrives while one works: a few lines in the corner for a while, then a trail that can be read again. */
export class Notices {
  readonly #now: () => number | null;
  readonly #timers = new Map<number, ReturnType<typeof setTimeout>>();
  readonly #held = new SvelteSet<number>();
  #trail = $state.raw<readonly KeptNotice[]>([]);
  #shown = $state.raw<readonly KeptNotice[]>([]);
  #seen = $state(0);
  #last = 0;

  /** `now` gives the story time, for the trail. */
  constructor(now: () => number | null) {
    this.#now = now;
  }

  /** In the corner now, oldest first. */
  get shown(): readonly KeptNotice[] {
    return this.#shown;
  }

  /** Everything that came, newest first. */
  get trail(): readonly KeptNotice[] {
    return this.#trail;
  }

  /** Notices that came since the trail was last looked at. */
  get unseen(): number {
    return this.#trail.filter(({ id }) => id > this.#seen).length;
  }

  add(notice: Notice): void {
    const kept: KeptNotice = { ...notice, id: ++this.#last, at: this.#now() };
    this.#trail = [kept, ...this.#trail];
    this.#shown = [...this.#shown, kept];
    if (!notice.stays) this.#start(kept.id);
    for (const old of this.#shown.slice(0, -SHOWN_AT_MOST)) this.dismiss(old.id);
  }

  /** Notes what had come before this page was loaded, at its own story time: in the trail, already seen. */
  recall(notice: Notice, at: number): void {
    const id = ++this.#last;
    if (this.#seen === id - 1) this.#seen = id;
    this.#trail = [{ ...notice, id, at }, ...this.#trail];
  }

  /** Takes a notice off the corner; it stays in the trail. */
  dismiss(id: number): void {
    this.#stop(id);
    this.#held.delete(id);
    this.#shown = this.#shown.filter((notice) => notice.id !== id);
  }

  /** Somebody hovers or focuses it: it stays. */
  hold(id: number): void {
    this.#stop(id);
    this.#held.add(id);
  }

  /** Nobody reads it any more: its time starts again. */
  release(id: number): void {
    const stays = this.#shown.find((notice) => notice.id === id)?.stays;
    if (this.#held.delete(id) && !stays) this.#start(id);
  }

  markSeen(): void {
    this.#seen = this.#last;
  }

  #start(id: number): void {
    this.#stop(id);
    this.#timers.set(
      id,
      setTimeout(() => this.dismiss(id), NOTICE_STAY_MS)
    );
  }

  #stop(id: number): void {
    clearTimeout(this.#timers.get(id));
    this.#timers.delete(id);
  }
}
