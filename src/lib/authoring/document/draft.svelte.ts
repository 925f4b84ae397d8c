import { getContext, setContext } from 'svelte';
import type { CompiledScenario } from '../../scenario/compiled';
import { scenarioSchema, type ScenarioSource } from '../../scenario/format';
import type { Problem } from '../../scenario/problem';
import { readYaml, type YamlSource } from '../../scenario/yaml-source';
import type { DraftCheck, DraftPiece, DraftScript } from './check-draft';
import { mapIn, type Loose } from './loose';
import { emptyStack, noted, redone, undone, type Texts } from './undo-stack';
import { editYaml, type YamlEdit } from './yaml-edit';

export type { DraftPiece, DraftScript } from './check-draft';

/** What the workshop opens a draft with. `version` is the saved version that the texts come from, 0 for a shipped one. */
export interface DraftStart {
  readonly id: string;
  readonly version: number;
  readonly texts: Texts;
  readonly pieces: readonly DraftPiece[];
  readonly readOnly: boolean;
}

export const SCENARIO = 'scenario.yaml';
export const GRID = 'grille.yaml';

/** Rest after the last change before the checker runs, in ms. */
const CHECK_AFTER_MS = 300;

/**
 * The one model of a scenario being written. The texts are the truth; forms, chronogramme and grid edit them by path and
 * keep the author's comments, order and style. Saves nothing by itself.
 */
export class Draft {
  readonly id: string;
  readonly readOnly: boolean;
  #files = $state.raw<Texts>({});
  #saved = $state.raw<Texts>({});
  #pieces = $state.raw<readonly DraftPiece[]>([]);
  #version = $state(0);
  #stack = $state.raw(emptyStack);
  #check = $state.raw<DraftCheck>({ problems: [], script: null });
  #lastScript = $state.raw<DraftScript | null>(null);
  #checking = $state(false);
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asked = 0;
  readonly #read = new Map<string, { text: string; yaml: YamlSource }>();

  constructor({ id, version, texts, pieces, readOnly }: DraftStart) {
    this.id = id;
    this.readOnly = readOnly;
    this.#files = this.#saved = texts;
    this.#pieces = pieces;
    this.#version = version;
    if (typeof document !== 'undefined') this.#checkSoon();
  }

  /** Texts by file name: `scenario.yaml`, `grille.yaml`, `parcours/x.yaml`. Reactive. */
  get files(): Texts {
    return this.#files;
  }
  get(file: string): { readonly text: string } {
    return { text: this.#files[file] ?? '' };
  }
  get pieces(): readonly DraftPiece[] {
    return this.#pieces;
  }
  /** The saved version that the texts come from. */
  get version(): number {
    return this.#version;
  }
  /** Whether the texts differ from the saved ones. */
  get dirty(): boolean {
    const names = Object.keys(this.#files);
    return (
      names.length !== Object.keys(this.#saved).length ||
      names.some((name) => this.#files[name] !== this.#saved[name])
    );
  }
  /** What the checker said last, in the order of files and lines. */
  get problems(): readonly Problem[] {
    return this.#check.problems;
  }
  /** True while the checker has not yet seen the last change. */
  get checking(): boolean {
    return this.#checking;
  }
  /** What the engine plays: the last state without an error. `null` while there has been none. */
  get script(): DraftScript | null {
    return this.#lastScript;
  }
  /** What the engine plays: the last state without an error. `null` while there has been none. */
  get compiled(): CompiledScenario | null {
    return this.#lastScript?.compiled ?? null;
  }
  /** True when `script` is older than the texts, because these have an error. */
  get stale(): boolean {
    return this.#lastScript !== null && this.#check.script === null;
  }

  /** A file as data with positions. */
  yaml(file: string): YamlSource {
    const text = this.#files[file] ?? '';
    const known = this.#read.get(file);
    if (known?.text === text) return known.yaml;
    const yaml = readYaml(file, text);
    this.#read.set(file, { text, yaml });
    return yaml;
  }
  /** The data of a file whatever its shape, `null` when its YAML is broken. */
  value(file: string): Loose | null {
    const { value, errors } = this.yaml(file);
    return errors.length ? null : mapIn(value);
  }
  /** `scenario.yaml` as data, `null` when its YAML is broken. */
  get source(): Loose | null {
    return this.value(SCENARIO);
  }
  /** `scenario.yaml` when it satisfies the format. */
  get scenario(): ScenarioSource | null {
    const parsed = scenarioSchema.safeParse(this.yaml(SCENARIO).value);
    return parsed.success ? parsed.data : null;
  }
  /** Where the YAML of a file is broken, and the parser's words. */
  brokenAt(
    file: string
  ): { readonly line: number; readonly column: number; readonly message: string } | null {
    const [error] = this.yaml(file).errors;
    return error ? { ...error.at, message: error.message } : null;
  }

  /** Changes a file's data by path. Consecutive edits of the same `group` are one step of undo. */
  edit(file: string, change: (edit: YamlEdit) => void, group?: string): void {
    if (this.brokenAt(file)) return;
    this.setText(file, editYaml(this.#files[file] ?? '', change), group);
  }
  /** Changes several files in one step of undo. Nothing is changed when one of them is broken. */
  editFiles(changes: readonly { readonly file: string; readonly change: (edit: YamlEdit) => void }[]): void {
    if (this.readOnly || changes.some(({ file }) => this.brokenAt(file))) return;
    const next = { ...this.#files };
    for (const { file, change } of changes) next[file] = editYaml(next[file] ?? '', change);
    if (changes.some(({ file }) => next[file] !== this.#files[file])) this.#change(next, null);
  }
  /** Puts a file's whole text; makes the file when there is none. */
  setText(file: string, text: string, group?: string): void {
    if (this.readOnly || this.#files[file] === text) return;
    this.#change({ ...this.#files, [file]: text }, group ? `${file} ${group}` : null);
  }
  removeFile(file: string): void {
    if (this.readOnly || !(file in this.#files)) return;
    this.#change(Object.fromEntries(Object.entries(this.#files).filter(([name]) => name !== file)), null);
  }
  /** Ends a group of edits: what follows is another step of undo. */
  settle(): void {
    this.#stack = { ...this.#stack, group: null };
  }

  get canUndo(): boolean {
    return this.#stack.past.length > 0;
  }
  get canRedo(): boolean {
    return this.#stack.future.length > 0;
  }
  undo(): void {
    this.#travel(undone(this.#stack, this.#files));
  }
  redo(): void {
    this.#travel(redone(this.#stack, this.#files));
  }

  setPieces(pieces: readonly DraftPiece[]): void {
    this.#pieces = pieces;
    this.#checkSoon();
  }
  setVersion(version: number): void {
    this.#version = version;
  }
  /** After a save of these texts as version `version`: what was typed since stays to be saved. */
  markSaved(version: number, saved: Texts): void {
    this.#version = version;
    this.#saved = saved;
  }

  /** Runs the checker now. */
  async checkNow(): Promise<void> {
    clearTimeout(this.#timer);
    const asked = ++this.#asked;
    const { checkDraft } = await import('./check-draft');
    const check = await checkDraft(this.id, this.#files, this.#pieces);
    if (asked !== this.#asked) return;
    this.#check = check;
    this.#lastScript = check.script ?? this.#lastScript;
    this.#checking = false;
  }

  #change(files: Texts, group: string | null): void {
    this.#stack = noted(this.#stack, this.#files, group);
    this.#files = files;
    this.#checkSoon();
  }
  #travel(to: { stack: typeof emptyStack; texts: Texts } | null): void {
    if (!to || this.readOnly) return;
    this.#stack = to.stack;
    this.#files = to.texts;
    this.#checkSoon();
  }
  #checkSoon(): void {
    this.#checking = true;
    this.#asked++;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.checkNow(), CHECK_AFTER_MS);
  }
}

const KEY = Symbol('draft');
/** Gives the draft to the pages under a layout. */
export const provideDraft = (draft: Draft): Draft => setContext(KEY, draft);
/** The draft of the scenario on screen. */
export function useDraft(): Draft {
  const draft = getContext<Draft | undefined>(KEY);
  if (!draft) throw new Error('no draft above this page');
  return draft;
}
