import type { DeskEvent, Gesture } from '../log/entry';
import type { Scene } from '../scene/scene';
import { parseStory } from '../kernel/story-time';
import { idFromBytes } from '../kernel/ids';
import { foldDesk, openDesk, type AnyModel, type DeskStates } from './fold';
import { fileService } from './file-service';
import { Latest } from './latest.svelte';
import type { ModelId } from './app-model';
import type { DeskClock, DeskPort, FileService, Hand, ShellService } from './port';
import type { TreeState } from './files/model';

/**
 * A desk that lives in the page alone: the author's preview and the tests of windows. Same fold as the exam; nothing is
 * sent anywhere. `receive` plays what the script would have sent.
 */
export class MemoryPort implements DeskPort {
  readonly readOnly: boolean;
  readonly scene: Scene;
  readonly shell: ShellService;
  readonly files: FileService;
  /** Everything recorded or received, in order. */
  readonly journal: DeskEvent[] = [];
  readonly clock: DeskClock;
  readonly hand: Hand | null;
  /** Tests may cut it: gestures are folded all the same. */
  reachable = $state(true);
  readonly #states = new Latest<DeskStates>({});
  readonly #heard: ((gesture: Gesture) => void) | undefined;
  readonly #blobUrl: ((hash: string, name: string) => string) | undefined;
  #t = $state(0);
  #models: readonly AnyModel[];

  constructor(options: {
    scene: Scene;
    models: readonly AnyModel[];
    shell: ShellService;
    readOnly?: boolean;
    /** The proctor that the raised hand calls. */
    hand?: Hand;
    /** Told of each gesture, once it is folded: an engine may answer by `receive`. */
    onrecord?: (gesture: Gesture) => void;
    /** Where the bytes of a piece are; those of an exam desk if absent. */
    blobUrl?: (hash: string, name: string) => string;
  }) {
    this.scene = options.scene;
    this.shell = options.shell;
    this.hand = options.hand ?? null;
    this.readOnly = options.readOnly ?? false;
    this.#models = options.models;
    this.#heard = options.onrecord;
    this.#blobUrl = options.blobUrl;
    this.#states.current = openDesk(options.models, options.scene);
    const start = parseStory(options.scene.storyStart) ?? 0;
    this.clock = {
      examMs: () => this.#t,
      story: () => start + this.#t,
      remainingMs: () => options.scene.durationMs - this.#t,
      running: true
    };
    this.files = fileService({
      tree: () => this.state<TreeState>('tree'),
      record: (...gestures) => this.record(...gestures),
      newId: (prefix) => this.newId(prefix)
    });
  }

  state<S>(model: ModelId): S {
    return this.#states.current[model] as S;
  }

  isLoaded(model: ModelId): boolean {
    return model in this.#states.current;
  }

  /** Joins a model that the page did not have at first, brought to now. */
  addModel(model: AnyModel): void {
    if (this.isLoaded(model.id)) return;
    const state = this.journal.reduce<unknown>(
      (before, event) => model.reduce(before, event),
      model.open(this.scene)
    );
    this.#models = [...this.#models, model];
    this.#states.current = { ...this.#states.current, [model.id]: state };
  }

  record(...gestures: readonly Gesture[]): void {
    if (this.readOnly) return;
    for (const gesture of gestures) {
      this.#fold({ ...gesture, by: 'candidate', t: this.#t });
      this.#heard?.(gesture);
    }
  }

  /** Plays an event of the script, the proctor or the system. */
  receive(event: Omit<DeskEvent, 't'>): void {
    this.#fold({ ...event, t: this.#t });
  }

  /** Lets exam time pass, in ms. */
  advance(ms: number): void {
    this.#t += ms;
  }

  newId(prefix: string): string {
    return `${prefix}-${idFromBytes(crypto.getRandomValues(new Uint8Array(12)))}`;
  }

  blobUrl(hash: string, name: string): string {
    return this.#blobUrl?.(hash, name) ?? `/api/poste/pieces/${hash}?nom=${encodeURIComponent(name)}`;
  }

  #fold(event: DeskEvent): void {
    this.journal.push(event);
    this.#states.current = foldDesk(this.#models, this.#states.current, event);
  }
}
