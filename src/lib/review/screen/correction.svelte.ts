import { idFromBytes } from '../../kernel/ids';
import type { CopyView } from '../copy/copy-view.server';
import { evolveSheet, missingCriteria, type Mark, type Marking, type Sheet } from '../grid/marks';
import type { GridCriterion } from '../grid/grid';
import { juryApi, Refusal, wordsOf } from './jury-api';

export type SaveState = 'saved' | 'saving' | 'failed';

/** My grid on one copy: shown at once, saved event by event in order, tried again while the server is away. */
export class Correction {
  readonly view: CopyView;
  #sheet = $state.raw<Sheet>({ marks: {}, comments: {}, pins: {}, sealed: false, unsealings: [] });
  #current = $state(0);
  #waiting = $state.raw<readonly Marking[]>([]);
  #failure = $state('');
  #sending = false;

  constructor(view: CopyView) {
    this.view = view;
    this.#sheet = view.sheet;
    const first = this.criteria.findIndex(({ id }) => !view.sheet.marks[id]);
    this.#current = Math.max(0, first);
  }

  get sheet(): Sheet {
    return this.#sheet;
  }
  get criteria(): readonly GridCriterion[] {
    return this.view.grid.criteria;
  }
  /** The criterion that the keys act upon. */
  get current(): GridCriterion | undefined {
    return this.criteria[this.#current];
  }
  get marked(): number {
    return this.criteria.filter(({ id }) => this.#sheet.marks[id]).length;
  }
  get missing(): readonly string[] {
    return missingCriteria(this.#sheet, this.criteria);
  }
  get save(): SaveState {
    if (this.#failure) return 'failed';
    return this.#waiting.length > 0 ? 'saving' : 'saved';
  }
  /** Why the last change was not saved; empty when it was. */
  get failure(): string {
    return this.#failure;
  }

  choose(criterion: string): void {
    const index = this.criteria.findIndex(({ id }) => id === criterion);
    if (index >= 0) this.#current = index;
  }
  /** Goes `by` criteria further; stays inside the grid. */
  step(by: number): void {
    this.#current = Math.min(this.criteria.length - 1, Math.max(0, this.#current + by));
  }

  mark(criterion: string, mark: Mark): void {
    if (this.#sheet.marks[criterion] !== mark) this.#write({ type: 'grid.mark-set', d: { criterion, mark } });
  }
  clear(criterion: string): void {
    if (this.#sheet.marks[criterion]) this.#write({ type: 'grid.mark-cleared', d: { criterion } });
  }
  comment(criterion: string, text: string): void {
    const words = text.trim();
    if ((this.#sheet.comments[criterion] ?? '') !== words)
      this.#write({ type: 'grid.comment-written', d: { criterion, text: words } });
  }
  /** Keeps an exam instant (ms) under a criterion. */
  pin(criterion: string, t: number, note: string): void {
    const pin = idFromBytes(crypto.getRandomValues(new Uint8Array(10)));
    this.#write({ type: 'grid.moment-pinned', d: { criterion, pin, t: Math.round(t), note } });
  }
  unpin(criterion: string, pin: string): void {
    this.#write({ type: 'grid.pin-removed', d: { criterion, pin } });
  }

  /** Sends again what the server did not take. */
  retry(): void {
    void this.#send();
  }

  #write(marking: Marking): void {
    if (this.#sheet.sealed) return;
    this.#sheet = evolveSheet(this.#sheet, marking);
    this.#waiting = [...this.#waiting, marking];
    void this.#send();
  }

  async #send(): Promise<void> {
    if (this.#sending) return;
    this.#sending = true;
    try {
      for (let next = this.#waiting[0]; next; next = this.#waiting[0]) {
        await juryApi.write(this.view.number, next);
        this.#waiting = this.#waiting.slice(1);
        this.#failure = '';
      }
    } catch (fault) {
      this.#failure = wordsOf(fault);
      if (!(fault instanceof Refusal)) setTimeout(() => void this.#send(), 3_000);
    } finally {
      this.#sending = false;
    }
  }
}
