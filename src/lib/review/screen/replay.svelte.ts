import { manifests } from '../../apps/manifests';
import { deskModels } from '../../desk/desk-models';
import type { AnyModel, DeskStates } from '../../desk/fold';
import { ReplayPort } from '../../desk/replay-port.svelte';
import { DeskShell } from '../../desk/shell/shell-service.svelte';
import type { Scene } from '../../scene/scene';
import { fromFeed } from '../replay/feed';
import { Timeline } from '../replay/timeline';
import { juryApi } from './jury-api';
import { LatestPerFrame } from './latest-per-frame';

/** A slice of work between two frames, and the pause after it, in ms. */
const SLICE_MS = 12;
const PAUSE_MS = 8;

/** The replay of a copy in this page: fetched once, folded here. */
export class Replay {
  readonly timeline: Timeline;
  readonly #scene: Scene;
  readonly #models: readonly AnyModel[];
  readonly #number: string;
  /** « Poste à cet instant ». */
  readonly desk: ReplayPort;
  readonly shell: DeskShell;
  readonly #latest = new LatestPerFrame<number>((t) => this.desk.show(this.timeline.at(t), t));
  #stopped = false;

  private constructor(number: string, scene: Scene, models: readonly AnyModel[], timeline: Timeline) {
    this.#number = number;
    this.#scene = scene;
    this.#models = models;
    this.timeline = timeline;
    const { port, shell } = this.open();
    this.desk = port;
    this.shell = shell;
  }

  /** Fetches a copy’s replay with the applications’ models. Rejects when the server does not answer. */
  static async load(number: string): Promise<Replay> {
    const [feed, loaded] = await Promise.all([
      juryApi.replay(number),
      Promise.all(manifests.map((manifest) => manifest.loadModel()))
    ]);
    const models = [...deskModels, ...(loaded as readonly AnyModel[])];
    const timeline = new Timeline(models, feed.scene, feed.events.map(fromFeed), feed.seeds);
    const replay = new Replay(number, feed.scene, models, timeline);
    replay.#prepare();
    return replay;
  }

  /** A desk of its own, for one window of the production pane. */
  open(): { readonly port: ReplayPort; readonly shell: DeskShell } {
    const shell: DeskShell = new DeskShell(() => port, manifests);
    const port: ReplayPort = new ReplayPort({
      scene: this.#scene,
      models: this.#models,
      shell,
      blobUrl: (hash, name) =>
        `/api/jury/copies/${encodeURIComponent(this.#number)}/pieces/${hash}?nom=${encodeURIComponent(name)}`
    });
    return { port, shell };
  }

  /** Shows the desk of exam instant `t` in the desk pane: the newest instant asked for, once a frame at most. */
  show(t: number): void {
    this.#latest.take(t);
  }

  /** The states just after entry `n`. */
  statesAt(n: number): DeskStates {
    return this.timeline.atEntry(n);
  }

  /** Ends the work in the background. */
  stop(): void {
    this.#stopped = true;
    this.#latest.stop();
  }

  #prepare(): void {
    if (this.#stopped || this.timeline.prepare(SLICE_MS, () => performance.now())) return;
    setTimeout(() => this.#prepare(), PAUSE_MS);
  }
}
