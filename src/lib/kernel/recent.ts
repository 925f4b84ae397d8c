/** Results that take long to make, kept by a key for the last few keys asked. A failure is not kept. */
export class Recent<V> {
  readonly #kept = new Map<string, Promise<V>>();

  /** @param most how many results are kept */
  constructor(readonly most: number) {}

  /** The result of this key: the one kept, or `make`'s. Two who ask at once share it. */
  get(key: string, make: () => Promise<V>): Promise<V> {
    const known = this.#kept.get(key) ?? make();
    this.#kept.delete(key);
    this.#kept.set(key, known);
    known.catch(() => this.#forget(key, known));
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > this.most && oldest !== undefined) this.#kept.delete(oldest);
    return known;
  }

  #forget(key: string, failed: Promise<V>): void {
    if (this.#kept.get(key) === failed) this.#kept.delete(key);
  }
}
