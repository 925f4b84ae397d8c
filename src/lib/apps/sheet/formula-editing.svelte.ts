import { assistFor, cycleDollars, pointReference, type Pointed } from './formula/assist';

/** The text that is being typed in a cell or in the formula bar, wherever it is typed. */
export class FormulaEditing {
  input = $state.raw<HTMLTextAreaElement | HTMLInputElement | null>(null);
  text = $state('');
  caret = $state(0);
  chosen = $state(0);
  /** Names of all the functions, once the engine is there. */
  names = $state.raw<readonly string[]>([]);
  #pointed: Pointed | null = null;
  #dismissed = $state('');

  readonly assist = $derived(assistFor(this.text, this.caret, this.names));
  readonly open = $derived(
    this.input !== null && this.assist.suggestions.length > 0 && this.#dismissed !== this.text
  );

  /** Follows a field while it is edited; returns how to stop. */
  follow(input: HTMLTextAreaElement | HTMLInputElement): () => void {
    const read = () => {
      this.text = input.value;
      this.caret = input.selectionStart ?? input.value.length;
      this.chosen = 0;
    };
    const keys = (event: Event) => this.#key(event as KeyboardEvent);
    input.addEventListener('input', read);
    input.addEventListener('keyup', read);
    input.addEventListener('click', read);
    input.addEventListener('keydown', keys, true);
    this.input = input;
    this.#pointed = null;
    read();
    return () => {
      input.removeEventListener('input', read);
      input.removeEventListener('keyup', read);
      input.removeEventListener('click', read);
      input.removeEventListener('keydown', keys, true);
      if (this.input === input) {
        this.input = null;
        this.text = '';
      }
    };
  }

  #write(text: string, caret: number): void {
    const { input } = this;
    if (!input) return;
    input.value = text;
    input.focus();
    input.setSelectionRange(caret, caret);
    // The grid's own editor sizes itself on this event.
    input.dispatchEvent(new Event('input', { bubbles: true }));
    this.caret = caret;
  }

  /** A cell is pointed at with the mouse; false when the formula does not wait for one. */
  point(reference: string): boolean {
    const { input } = this;
    if (!input) return false;
    const caret = input.selectionStart ?? input.value.length;
    const pointed = pointReference(input.value, caret, reference, this.#pointed);
    if (!pointed) return false;
    this.#pointed = pointed;
    this.#write(pointed.text, pointed.end);
    return true;
  }

  /** Completes the name being typed. */
  complete(name: string): void {
    const start = this.caret - this.assist.typed.length;
    const after = this.text.slice(this.caret).replace(/^\(/, '');
    this.#write(`${this.text.slice(0, start)}${name}(${after}`, start + name.length + 1);
  }

  #key(event: KeyboardEvent): void {
    const stop = () => {
      event.preventDefault();
      event.stopImmediatePropagation();
    };
    if (event.key === 'F4') {
      const turned = cycleDollars(this.text, this.caret);
      if (turned) {
        stop();
        this.#write(turned.text, turned.caret);
      }
    }
    if (!this.open) return;
    const count = this.assist.suggestions.length;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      stop();
      this.chosen = (this.chosen + (event.key === 'ArrowDown' ? 1 : count - 1)) % count;
    } else if (event.key === 'Tab') {
      stop();
      this.complete(this.assist.suggestions[this.chosen]!.name);
    } else if (event.key === 'Escape') {
      stop();
      this.#dismissed = this.text;
    }
  }
}
