import type { DeskPort } from '../../desk/port';
import type { Gesture } from '../../log/entry';
import { inverseOf } from './history';
import type { AgendaState } from './model';

interface Done {
  readonly gesture: Gesture;
  readonly inverse: Gesture;
}

/** Edits of the agenda made in one window, each of which can be taken back. Reactive. */
export class AgendaEditing {
  readonly #desk: DeskPort;
  #done = $state.raw<readonly Done[]>([]);
  #undone = $state.raw<readonly Done[]>([]);

  constructor(desk: DeskPort) {
    this.#desk = desk;
  }

  get canUndo(): boolean {
    return this.#done.length > 0;
  }
  get canRedo(): boolean {
    return this.#undone.length > 0;
  }

  /** Records an edit of one appointment. */
  record(gesture: Gesture): void {
    const inverse = inverseOf(this.#desk.state<AgendaState>('agenda'), gesture);
    this.#desk.record(gesture);
    if (!inverse) return;
    this.#done = [...this.#done.slice(-99), { gesture, inverse }];
    this.#undone = [];
  }

  undo(): void {
    const last = this.#done.at(-1);
    if (!last) return;
    this.#desk.record(last.inverse);
    this.#done = this.#done.slice(0, -1);
    this.#undone = [...this.#undone, last];
  }

  redo(): void {
    const last = this.#undone.at(-1);
    if (!last) return;
    this.#desk.record(last.gesture);
    this.#undone = this.#undone.slice(0, -1);
    this.#done = [...this.#done, last];
  }
}
