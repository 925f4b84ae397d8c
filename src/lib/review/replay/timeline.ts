import type { DeskEvent } from '../../log/entry';
import type { Scene } from '../../scene/scene';
import { foldDesk, openDesk, type AnyModel, type DeskStates } from '../../desk/fold';

/** Events between two kept states, once prepared. States share their parts, so that keeping them is cheap. */
const EVERY = 250;

type Numbered = DeskEvent & { readonly n: number };

/** A state folded by the server, just after entry `n`. */
export interface Seed {
  readonly n: number;
  readonly states: DeskStates;
}

/** The desk after `count` events. */
interface Kept {
  readonly count: number;
  readonly states: DeskStates;
}

/**
 * The desk of a sitting at any instant. Folds forward from the nearest kept state: the server’s seeds at first, then
 * those that `prepare` makes for the whole sitting, slice by slice.
 */
export class Timeline {
  readonly #models: readonly AnyModel[];
  readonly #events: readonly Numbered[];
  /** By `count`, without a double. */
  readonly #kept: Kept[];
  /** Where `prepare` is. */
  #prepared = 0;

  /** Seeds that lack a model are of no use and are left out. */
  constructor(
    models: readonly AnyModel[],
    scene: Scene,
    events: readonly Numbered[],
    seeds: readonly Seed[] = []
  ) {
    this.#models = models;
    this.#events = events;
    this.#kept = [{ count: 0, states: openDesk(models, scene) }];
    for (const { n, states } of seeds)
      if (models.every(({ id }) => id in states)) this.#keep({ count: this.#countTo(n), states });
  }

  /** True once any seek folds at most a few hundred events. */
  get prepared(): boolean {
    return this.#prepared + EVERY > this.#events.length;
  }

  /** The events, oldest first. */
  get events(): readonly Numbered[] {
    return this.#events;
  }

  /** The desk at exam instant `t` (ms), everything of that instant included. */
  at(t: number): DeskStates {
    return this.#after(this.#count((event) => event.t <= t));
  }

  /** The desk just after entry `n`. */
  atEntry(n: number): DeskStates {
    return this.#after(this.#countTo(n));
  }

  /** Keeps states for about `budgetMs` of the given clock; true when there is nothing left to do. */
  prepare(budgetMs: number, now: () => number): boolean {
    const until = now() + budgetMs;
    while (!this.prepared && now() < until) {
      this.#prepared += EVERY;
      this.#keep({ count: this.#prepared, states: this.#after(this.#prepared) });
    }
    return this.prepared;
  }

  #countTo(n: number): number {
    return this.#count((event) => event.n <= n);
  }

  #count(before: (event: Numbered) => boolean): number {
    return lastIndexWhere(this.#events, before) + 1;
  }

  #after(count: number): DeskStates {
    const nearest = this.#kept[lastIndexWhere(this.#kept, (kept) => kept.count <= count)]!;
    let { states } = nearest;
    for (let index = nearest.count; index < count; index++)
      states = foldDesk(this.#models, states, this.#events[index]!);
    return states;
  }

  #keep(kept: Kept): void {
    const place = lastIndexWhere(this.#kept, ({ count }) => count < kept.count) + 1;
    if (this.#kept[place]?.count !== kept.count) this.#kept.splice(place, 0, kept);
  }
}

/** Last index for which `holds`, in a list where it holds up to some place and not after; −1 when nowhere. */
function lastIndexWhere<T>(list: readonly T[], holds: (item: T) => boolean): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(list[middle]!)) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
