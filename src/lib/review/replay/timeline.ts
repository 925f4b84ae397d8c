import type { DeskEvent } from '../../log/entry';
import type { Scene } from '../../scene/scene';
import { foldDesk, openDesk, type AnyModel, type DeskStates } from '../../desk/fold';

/** Events between two kept states: a seek folds fewer than this many. States share their parts, so that keeping them is cheap. */
const EVERY = 250;

type Numbered = DeskEvent & { readonly n: number };

/**
 * The desk of a sitting at any instant. Folds forward from the nearest kept state; `prepare` keeps the states of the
 * whole sitting, slice by slice, so that every later seek is immediate.
 */
export class Timeline {
  readonly #models: readonly AnyModel[];
  readonly #events: readonly Numbered[];
  /** `#kept[i]` is the desk after `i × EVERY` events. */
  readonly #kept: DeskStates[];

  constructor(models: readonly AnyModel[], scene: Scene, events: readonly Numbered[]) {
    this.#models = models;
    this.#events = events;
    this.#kept = [openDesk(models, scene)];
  }

  /** True once any seek folds at most a few hundred events. */
  get prepared(): boolean {
    return (this.#kept.length - 1) * EVERY + EVERY > this.#events.length;
  }

  /** Exam times of the events, for stepping from one to the next. */
  get events(): readonly Numbered[] {
    return this.#events;
  }

  /** Number of events at or before exam instant `t` (ms). */
  countAt(t: number): number {
    return this.#count((event) => event.t <= t);
  }

  /** The desk at exam instant `t` (ms), everything of that instant included. */
  at(t: number): DeskStates {
    return this.#after(this.countAt(t));
  }

  /** The desk just after entry `n`. */
  atEntry(n: number): DeskStates {
    return this.#after(this.#count((event) => event.n <= n));
  }

  /** Keeps states for about `budgetMs` of the given clock; true when there is nothing left to do. */
  prepare(budgetMs: number, now: () => number): boolean {
    const until = now() + budgetMs;
    while (!this.prepared && now() < until) this.#keepNext();
    return this.prepared;
  }

  #count(before: (event: Numbered) => boolean): number {
    let low = 0;
    let high = this.#events.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (before(this.#events[middle]!)) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #after(count: number): DeskStates {
    const slot = Math.floor(count / EVERY);
    while (this.#kept.length <= slot) this.#keepNext();
    return this.#fold(this.#kept[slot]!, slot * EVERY, count);
  }

  #keepNext(): void {
    const from = (this.#kept.length - 1) * EVERY;
    this.#kept.push(this.#fold(this.#kept.at(-1)!, from, from + EVERY));
  }

  #fold(states: DeskStates, from: number, to: number): DeskStates {
    let next = states;
    for (const event of this.#events.slice(from, to)) next = foldDesk(this.#models, next, event);
    return next;
  }
}
