import type { EditorState } from '@tiptap/pm/state';
import { ReplaceStep } from '@tiptap/pm/transform';
import type { DeskPort } from '../../desk/port';
import { formatsOf, type Formats } from './formats';
import type { WindowActions } from './keymap';
import { textEdited, type TextState } from './model';
import { countWords, docOf, schema, withoutNulls } from './schema';
import type { TextDocument } from './seed';
import { StepBuffer } from './step-buffer';
import { createEditor, follow, type Editor } from './vendor';

/** Edits are recorded when the hand rests this long, and at the latest every `LONGEST_MS` (both in real ms). */
const REST_MS = 700;
const LONGEST_MS = 2000;

/**
 * One document open in one editor: what is typed goes to the log, what comes from elsewhere comes to the editor, and the
 * toolbar reads what the selection is. Reactive.
 */
export class DocumentSession {
  editor = $state.raw<Editor | null>(null);
  formats = $state.raw<Formats | null>(null);
  words = $state(0);
  /** Counts selection and content changes, after they are painted: for what depends on where the caret is. */
  moves = $state(0);
  readonly #desk: DeskPort;
  readonly #file: string;
  readonly #buffer = new StepBuffer();
  #version = 0;
  #rest: ReturnType<typeof setTimeout> | undefined;
  #latest: ReturnType<typeof setTimeout> | undefined;
  #frame = 0;
  #count: ReturnType<typeof setTimeout> | undefined;

  constructor(desk: DeskPort, file: string) {
    this.#desk = desk;
    this.#file = file;
  }

  /** The document as the desk knows it. */
  get document(): TextDocument | undefined {
    return this.#desk.state<TextState>('text').documents[this.#file];
  }

  /** Opens the editor in an element; returns what closes it. */
  open(
    element: HTMLElement,
    options: { label: string; editable: boolean; actions: WindowActions; assisted: () => boolean }
  ): () => void {
    const document = this.document;
    if (!document) return () => undefined;
    this.#version = document.version;
    const editor = createEditor({
      element,
      doc: document.doc,
      blobUrl: (hash, name) => this.#desk.blobUrl(hash as Parameters<DeskPort['blobUrl']>[0], name),
      ...options,
      onSteps: (steps) => {
        this.#buffer.add(steps);
        clearTimeout(this.#rest);
        this.#rest = setTimeout(() => this.flush(), REST_MS);
        this.#latest ??= setTimeout(() => this.flush(), LONGEST_MS);
      },
      onState: (state) => this.#observe(state),
      onBlur: () => this.flush()
    });
    this.editor = editor;
    this.#observe(editor.state);
    return () => {
      this.flush();
      clearTimeout(this.#count);
      cancelAnimationFrame(this.#frame);
      this.editor = null;
      editor.destroy();
    };
  }

  /** Records what is waiting, now. */
  flush(): void {
    clearTimeout(this.#rest);
    clearTimeout(this.#latest);
    this.#latest = undefined;
    if (this.#buffer.isEmpty) return;
    const steps = this.#buffer.take();
    const version = this.#version;
    this.#version += steps.length;
    this.#desk.record(textEdited({ file: this.#file, version, steps }));
    if (this.document?.version !== this.#version) this.#rewrite();
  }

  /** Brings the editor to the desk's document when it changed elsewhere (replay, another machine). */
  follow(document: TextDocument): void {
    if (!this.editor || document.version === this.#version) return;
    this.#buffer.take();
    this.#version = document.version;
    follow(this.editor, document.doc);
  }

  /** The log did not take the edit: write the whole document as it stands, so that nothing typed is lost. */
  #rewrite(): void {
    const document = this.document;
    if (!document || !this.editor) return;
    const whole = schema.nodeFromJSON(this.editor.getJSON());
    const step = new ReplaceStep(0, docOf(document.doc).content.size, whole.slice(0, whole.content.size));
    this.#version = document.version + 1;
    const steps = [withoutNulls(step.toJSON()) as { stepType: string }];
    this.#desk.record(textEdited({ file: this.#file, version: document.version, steps }));
  }

  /** Toolbar and counts follow after the paint, so that a keystroke pays for nothing but itself. */
  #observe(state: EditorState): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => {
      setTimeout(() => {
        const editor = this.editor;
        if (!editor || editor.isDestroyed) return;
        this.formats = formatsOf(editor.state);
        this.moves++;
      });
    });
    clearTimeout(this.#count);
    this.#count = setTimeout(() => {
      this.words = countWords(state.doc.textBetween(0, state.doc.content.size, '\n', ' '));
    }, 300);
  }
}
