import type { BlobHash } from '../kernel/ids';
import { parseStory } from '../kernel/story-time';
import type { Scene } from '../scene/scene';
import type { ModelId } from './app-model';
import { fileService } from './file-service';
import type { TreeState } from './files/model';
import { openDesk, type AnyModel, type DeskStates } from './fold';
import type { DeskClock, DeskPort, FileService, ShellService } from './port';

/**
 * The desk at one instant of a finished or running sitting, for the jury: shows folded states, records nothing. The
 * caller folds (`fold.ts`) and calls {@link show} at each move of the slider; windows keep their components in between.
 */
export class ReplayPort implements DeskPort {
  readonly readOnly = true;
  readonly hand = null;
  readonly reachable = true;
  readonly scene: Scene;
  readonly shell: ShellService;
  readonly files: FileService;
  readonly clock: DeskClock;
  readonly #blobUrl: (hash: BlobHash, name: string) => string;
  #states = $state.raw<DeskStates>({});
  #t = $state(0);
  #ids = 0;

  constructor(options: {
    scene: Scene;
    /** Give the first states, before any call of `show`. */
    models: readonly AnyModel[];
    /** `new DeskShell(() => port, manifests)`. */
    shell: ShellService;
    /** Where the reader fetches a blob. */
    blobUrl: (hash: BlobHash, name: string) => string;
  }) {
    this.scene = options.scene;
    this.shell = options.shell;
    this.#blobUrl = options.blobUrl;
    this.#states = openDesk(options.models, options.scene);
    const start = parseStory(options.scene.storyStart) ?? 0;
    this.clock = {
      examMs: () => this.#t,
      story: () => start + this.#t,
      remainingMs: () => Math.max(0, options.scene.durationMs - this.#t),
      running: false
    };
    this.files = fileService({
      tree: () => this.state<TreeState>('tree'),
      record: () => undefined,
      newId: (prefix) => this.newId(prefix)
    });
  }

  /** Shows the desk of exam instant `t` (ms). Models that `states` lacks keep their last state. */
  show(states: DeskStates, t: number): void {
    this.#states = { ...this.#states, ...states };
    this.#t = t;
  }

  state<S>(model: ModelId): S {
    return this.#states[model] as S;
  }

  /** Nothing is ever recorded in a replay. */
  record(): void {
    return undefined;
  }

  /** Only unique in this page: nothing that carries it is kept. */
  newId(prefix: string): string {
    return `${prefix}-replay-${++this.#ids}`;
  }

  blobUrl(hash: BlobHash, name: string): string {
    return this.#blobUrl(hash, name);
  }
}
