import type { Draft } from '../document/draft.svelte';
import type { ScenarioDraft } from '../library/model';
import { ask, Refusal, wordsOf } from './api';

/** What somebody else saved while this page was open. */
export interface Conflict {
  readonly version: number;
  readonly author: string;
  readonly at: number;
}

/** Saves and publishes the draft on screen. One thing at a time. */
export class Saver {
  readonly #draft: Draft;
  #busy = $state(false);
  #refusal = $state<string | null>(null);
  #conflict = $state.raw<Conflict | null>(null);
  #publishedVersion = $state<number | null>(null);
  /** What the author wants to remember of the next version. */
  note = $state('');

  constructor(draft: Draft, publishedVersion: number | null) {
    this.#draft = draft;
    this.#publishedVersion = publishedVersion;
  }

  get busy(): boolean {
    return this.#busy;
  }
  /** Why the last request came to nothing, in words. */
  get refusal(): string | null {
    return this.#refusal;
  }
  get conflict(): Conflict | null {
    return this.#conflict;
  }
  get publishedVersion(): number | null {
    return this.#publishedVersion;
  }
  /** The version on screen is the one that new sessions play. */
  get isPublished(): boolean {
    return !this.#draft.dirty && this.#publishedVersion === this.#draft.version;
  }

  /** Saves the texts as the next version. Resolves to whether they are saved. */
  async save(expected: number = this.#draft.version): Promise<boolean> {
    if (this.#draft.readOnly || this.#busy) return false;
    const texts = this.#draft.files;
    return this.#run(async () => {
      const { version } = await ask<{ version: number }>('PUT', this.#path(), {
        expected,
        texts,
        note: this.note
      });
      this.#draft.markSaved(version, texts);
      this.note = '';
      this.#conflict = null;
    });
  }

  /** Lets sessions be made of the version on screen. Resolves to whether they can. */
  async publish(): Promise<boolean> {
    return this.#run(async () => {
      const path = `${this.#path()}/publication`;
      const { version } = await ask<{ version: number }>('POST', path, { expected: this.#draft.version });
      this.#publishedVersion = version;
    });
  }

  /** After a conflict: the texts on screen become the next version; the other stays in the history. */
  async keepMine(): Promise<boolean> {
    return this.#conflict ? this.save(this.#conflict.version) : false;
  }

  /** After a conflict: the other version comes back as the newest; the texts on screen stay in the history. */
  async keepTheirs(): Promise<boolean> {
    const conflict = this.#conflict;
    if (!conflict) return false;
    this.note = 'Mis de côté au profit de l’autre version';
    if (!(await this.save(conflict.version))) return false;
    return this.restore(conflict.version);
  }

  /** Makes an older version the newest one; the page must load it then. */
  async restore(n: number): Promise<boolean> {
    return this.#run(() =>
      ask('POST', `${this.#path()}/retablissement`, { n, expected: this.#draft.version })
    );
  }

  dismiss(): void {
    this.#refusal = null;
    this.#conflict = null;
  }

  /** Shows a refusal of another request of the page. */
  refuse(fault: unknown): void {
    this.#refusal = wordsOf(fault);
  }

  #path(): string {
    return `scenarios/${this.#draft.id}`;
  }

  async #run(work: () => Promise<unknown>): Promise<boolean> {
    this.#busy = true;
    this.#refusal = null;
    try {
      await work();
      return true;
    } catch (fault) {
      if (fault instanceof Refusal && fault.code === 'draft.conflict') await this.#meet(fault);
      else this.refuse(fault);
      return false;
    } finally {
      this.#busy = false;
    }
  }

  /** Learns who saved in between, so that the author can choose. */
  async #meet(fault: Refusal): Promise<void> {
    try {
      const { version, author, at } = await ask<ScenarioDraft>('GET', this.#path());
      this.#conflict = { version, author: author ?? '', at: at ?? 0 };
    } catch {
      this.refuse(fault);
    }
  }
}
