import { saysTheSame } from '../../voice/mp3-notes';
import { Refusal, wordsOf } from '../pages/api';
import type { SpokenLine } from './spoken-line';
import type { Kept, Studio } from './studio.svelte';
import { askSpoken } from './voice-api';

/** Gives a voice to all the lines of a conversation that want one: those without, and those whose words have changed. */
export class VoiceRound {
  readonly #studio: () => Studio;
  readonly #speak: typeof askSpoken;
  #done = $state(0);
  #total = $state<number | null>(null);
  #said = $state<string | null>(null);
  #failed = $state(false);
  #left = false;

  constructor(studio: () => Studio, speak: typeof askSpoken = askSpoken) {
    this.#studio = studio;
    this.#speak = speak;
  }

  /** Voices made so far, of how many; `null` at rest. */
  get progress(): { readonly done: number; readonly total: number } | null {
    return this.#total === null ? null : { done: this.#done, total: this.#total };
  }
  /** What came of the last round, in French. */
  get said(): string | null {
    return this.#said;
  }
  get failed(): boolean {
    return this.#failed;
  }

  /** Makes the voices one after the other, then keeps them all as one version and one step of undo. */
  async run(lines: readonly SpokenLine[]): Promise<void> {
    if (this.#total !== null) return;
    this.#left = false;
    this.#failed = false;
    this.#said = null;
    this.#done = 0;
    this.#total = 0;
    try {
      const wanting = await this.#wanting(lines);
      this.#total = wanting.length;
      const made: Kept[] = [];
      for (const line of wanting) {
        if (this.#left) return;
        const { text, lang } = line;
        const sound = await this.#speak(line.form.draft.id, {
          text,
          lang,
          kind: this.#studio().kindOf(line)
        });
        // Words changed meanwhile want another voice than this one.
        if (line.text === text) made.push({ line, sound });
        this.#done += 1;
      }
      if (this.#left) return;
      if (made.length) await this.#studio().keep(made);
      this.#said = spoken(made.length);
    } catch (fault) {
      this.#failed = true;
      this.#said = wordsOf(fault instanceof Refusal ? fault : null);
    } finally {
      this.#total = null;
    }
  }

  /** Gives up: nothing of this round is kept. */
  leave(): void {
    this.#left = true;
  }

  async #wanting(lines: readonly SpokenLine[]): Promise<readonly SpokenLine[]> {
    const wants = await Promise.all(
      lines.map(async (line) => {
        if (line.text.trim() === '') return false;
        if (line.audio === '') return true;
        const notes = await this.#studio().notesOf(line.audio);
        return notes?.made === 'voix' && !saysTheSame(notes.text, line.text);
      })
    );
    return lines.filter((_, at) => wants[at]);
  }
}

function spoken(count: number): string {
  if (count === 0) return 'Toutes les répliques ont déjà leur voix.';
  return count === 1 ? 'Une voix gardée.' : `${count} voix gardées.`;
}
