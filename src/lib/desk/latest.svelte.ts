/**
 * A reactive value that is also true while a component is torn down. Svelte answers there what a signal held *before*
 * the change that destroys the component; a composer that keeps what was typed as it goes would compare it with a state
 * that is already gone, and record it again.
 */
export class Latest<T> {
  #value: T;
  #count = 0;
  #told = $state.raw(0);

  constructor(value: T) {
    this.#value = value;
  }

  get current(): T {
    void this.#told;
    return this.#value;
  }

  set current(value: T) {
    this.#value = value;
    this.#told = ++this.#count;
  }
}
