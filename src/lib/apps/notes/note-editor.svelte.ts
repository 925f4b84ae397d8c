import { spliceBetween } from '../../kernel/text-splice';
import type { DeskPort } from '../../desk/port';
import { noteEdited } from './events';
import type { NotesState } from './model';

/** A pause in the typing after which what changed is recorded. */
const SAVE_AFTER_MS = 600;

/** The text being typed, ahead of the log by less than a second. */
export class NoteEditor {
  text = $state('');
  readonly id: string;
  readonly #desk: DeskPort;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(desk: DeskPort, id: string, text: string) {
    this.#desk = desk;
    this.id = id;
    this.text = text;
  }

  set(text: string): void {
    this.text = text;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.flush(), SAVE_AFTER_MS);
  }

  /** Records at once what is not recorded yet. */
  flush(): void {
    clearTimeout(this.#timer);
    const recorded = this.#desk.state<NotesState>('notes').notes[this.id];
    const change = recorded && spliceBetween(recorded.text, this.text);
    if (change) this.#desk.record(noteEdited({ note: this.id, ...change }));
  }
}
