import type { DeskEvent, Gesture } from '../log/entry';
import type { Scene } from '../scene/scene';
import type { BlobHash } from '../kernel/ids';
import type { ClockState, GestureBatch, Opening, Phase, StreamMessages } from '../sitting/wire';
import { idFromBytes } from '../kernel/ids';
import { DomainError } from '../kernel/domain-error';
import { gestureRefused } from './desk-events';
import { deskApi } from './desk-api';
import { DeskStream } from './desk-stream';
import { deskClock } from './exam-clock';
import { fileService } from './file-service';
import { Latest } from './latest.svelte';
import type { AnyModel } from './fold';
import { openBrowserStore, memoryStore } from './outbox-store';
import { Outbox, type SendOutcome } from './outbox.svelte';
import type { ChannelId, ModelId } from './app-model';
import type { TreeState } from './files/model';
import type { DeskClock, DeskPort, FileService, Hand, ShellService } from './port';

const HEARTBEAT_MS = 5_000;
const TICK_MS = 250;
/** Work left by a tab that had not heard yet that it was taken over is looked for again after this long. */
const ADOPT_AGAIN_MS = 15_000;

/** A model that is folded here, with the state it has reached. */
interface Folded {
  readonly model: AnyModel;
  state: unknown;
}

/**
 * The exam's desk: gestures go through the durable outbox, what the script decides comes by Server-Sent Events, and
 * every model is folded here exactly as the server folds it. Heavy models join when their window first opens.
 */
export class HttpPort implements DeskPort {
  readonly readOnly = false;
  readonly files: FileService;
  readonly clock: DeskClock;
  readonly outbox: Outbox;
  /** Given by the page once the shell exists. */
  shell!: ShellService;
  phase = $state<Phase>('identity');
  paused = $state<{ cause: string } | null>(null);
  readonly hand: Hand;
  #handRaised = $state(false);
  /** True when another tab or machine has taken over. */
  taken = $state(false);
  /** Browser clock since when the stream is broken, or `null`. */
  streamLostSince = $state<number | null>(null);

  readonly candidate: Opening['candidate'];
  readonly session: Opening['session'];
  /** What the proctor had written before this desk was opened. */
  readonly words: Opening['words'];
  #scene = $state.raw<Scene | null>(null);
  #clock = $state.raw<ClockState>({ t: 0, at: 0, running: false, rate: 1, endMs: 0, heldUntil: null });
  #now = $state(Date.now());
  /** Server wall clock minus the browser's: a post's own clock may be wrong. */
  #offset = 0;
  readonly #folded = new Latest<ReadonlyMap<ModelId, Folded>>(new Map());
  #journal: DeskEvent[] = [];
  #lastN: number;
  readonly #acknowledged = new Map<Gesture, DeskEvent & { n?: number }>();
  readonly #tab: string;
  readonly #channels: LoadChannels;
  /** Those of every desk, then those of the channels that the scene has. */
  #lightModels: readonly AnyModel[];
  readonly #timers: ReturnType<typeof setInterval>[] = [];
  readonly #arrivalListeners = new Set<(event: DeskEvent) => void>();
  readonly #wordListeners = new Set<(text: string) => void>();
  #stream: DeskStream | null = null;

  private constructor(
    models: readonly AnyModel[],
    channels: LoadChannels,
    opening: Opening,
    outboxOf: (port: HttpPort) => Outbox
  ) {
    this.#lightModels = models;
    this.#channels = channels;
    this.candidate = opening.candidate;
    this.session = opening.session;
    this.words = opening.words;
    this.#tab = opening.tab;
    this.#lastN = opening.n;
    this.#readOpening(opening);
    this.#fold(opening);
    this.outbox = outboxOf(this);
    this.outbox.savedAtWall = opening.savedAt;
    const handRaised = () => this.#handRaised;
    this.hand = {
      get raised() {
        return handRaised();
      },
      raise: (raised) => {
        this.#handRaised = raised;
        // Not heard by the server: the hand falls back, and may be raised again.
        deskApi.raiseHand(raised).catch(() => (this.#handRaised = !raised));
      }
    };
    this.clock = deskClock(() => ({
      clock: this.#clock,
      wall: this.#now + this.#offset,
      storyStart: this.#scene?.storyStart ?? ''
    }));
    this.files = fileService({
      tree: () => this.state<TreeState>('tree'),
      record: (...gestures) => this.record(...gestures),
      newId: (prefix) => this.newId(prefix)
    });
  }

  /** Opens the desk of the candidate who is signed in, after delivering what an earlier tab had left on this post. */
  static async open(models: readonly AnyModel[], channels: LoadChannels): Promise<HttpPort> {
    const [store, opening] = await Promise.all([openBrowserStore().catch(memoryStore), deskApi.open()]);
    const light = [...models, ...(await channels(opening.scene?.channels ?? []))];
    const outboxOf = (port: HttpPort) =>
      new Outbox({
        sitting: opening.sitting,
        outbox: randomId('tab'),
        store,
        send: (batch) => port.#send(batch),
        later: (ms, then) => {
          const timer = setTimeout(then, ms);
          return () => clearTimeout(timer);
        },
        now: () => Date.now(),
        acknowledged: (gesture, n) => port.#acknowledge(gesture, n),
        replacement: (gesture, code) => gestureRefused({ type: gesture.type, code })
      });
    const port = new HttpPort(light, channels, opening, outboxOf);
    if ((await port.outbox.adopt()) > 0) await port.#reopen();
    port.#start();
    return port;
  }

  get scene(): Scene {
    if (!this.#scene) throw new DomainError('desk.no-scene', 'the subject is not readable yet');
    return this.#scene;
  }

  /** False before the prise en main: there is no subject to show. */
  get hasScene(): boolean {
    return this.#scene !== null;
  }

  state<S>(model: ModelId): S {
    const folded = this.#folded.current.get(model);
    if (!folded) throw new DomainError('desk.model-not-loaded', `model ${model} is not loaded`);
    return folded.state as S;
  }

  get reachable(): boolean {
    return this.outbox.unreachableSince === null && this.streamLostSince === null;
  }

  isLoaded(model: ModelId): boolean {
    return this.#folded.current.has(model);
  }

  /** Joins a heavy model: its state on the server, then what has happened here since. */
  async loadModel(model: AnyModel): Promise<void> {
    if (this.#folded.current.has(model.id)) return;
    const snapshot = await this.outbox.whileQuiet(() => deskApi.snapshot(model.id));
    if (this.#folded.current.has(model.id)) return;
    const state = this.#since(snapshot.n, model, snapshot.state);
    this.#folded.current = new Map(this.#folded.current).set(model.id, { model, state });
  }

  record(...gestures: readonly Gesture[]): void {
    if (this.taken || this.phase === 'over' || this.phase === 'paused') return;
    for (const gesture of gestures) {
      const event = { ...gesture, by: 'candidate' as const, t: this.clock.examMs() };
      this.#acknowledged.set(gesture, event);
      this.#apply(event);
    }
    this.outbox.add(gestures);
  }

  newId(prefix: string): string {
    return randomId(prefix);
  }

  blobUrl(hash: BlobHash, name: string): string {
    return `/api/poste/pieces/${hash}?nom=${encodeURIComponent(name)}`;
  }

  async confirmIdentity(): Promise<void> {
    await deskApi.confirmIdentity();
    await this.#reopen();
  }

  /** Tells of each thing that the script makes happen; returns the way to stop listening. */
  onArrival(listener: (event: DeskEvent) => void): () => void {
    this.#arrivalListeners.add(listener);
    return () => this.#arrivalListeners.delete(listener);
  }

  /** Tells of each word of the proctor. */
  onWord(listener: (text: string) => void): () => void {
    this.#wordListeners.add(listener);
    return () => this.#wordListeners.delete(listener);
  }

  /** Ends timers and the stream; what waits stays on the post. */
  close(): void {
    this.#timers.forEach(clearInterval);
    this.#stream?.close();
  }

  #readOpening(opening: Opening): void {
    this.#scene = opening.scene;
    this.#clock = opening.clock;
    this.#offset = opening.wall - Date.now();
    this.phase = opening.phase;
    this.paused = opening.paused;
    this.#handRaised = opening.handRaised;
  }

  /**
   * Reads everything again: after the identity is confirmed, when a phase brings the subject, when work left by another
   * tab was delivered. Heavy models that are open are read again too.
   */
  async #reopen(): Promise<void> {
    const heavy = [...this.#folded.current.values()].filter(
      ({ model }) => !this.#lightModels.includes(model)
    );
    const [opening, snapshots] = await this.outbox.whileQuiet(async () => [
      await deskApi.reopen(this.#tab),
      await Promise.all(heavy.map(({ model }) => deskApi.snapshot(model.id)))
    ]);
    await this.#joinChannels(opening);
    this.#readOpening(opening);
    this.#fold(opening);
    const folded = new Map(this.#folded.current);
    snapshots.forEach((snapshot, index) => {
      const { model } = heavy[index]!;
      folded.set(model.id, { model, state: this.#since(snapshot.n, model, snapshot.state) });
    });
    this.#folded.current = folded;
  }

  /** The subject says which channels the post has: it comes after the first opening. */
  async #joinChannels({ scene }: Opening): Promise<void> {
    const loaded = await this.#channels(scene?.channels ?? []);
    this.#lightModels = [...new Set([...this.#lightModels, ...loaded])];
  }

  /** The state of a model at entry `n`, brought to now by what has happened here since. */
  #since(n: number, model: AnyModel, state: unknown): unknown {
    const events = this.#journal.filter((event) => event.n === undefined || event.n > n);
    return events.reduce<unknown>((before, event) => model.reduce(before, event), state);
  }

  #fold(opening: Opening): void {
    this.#lastN = Math.max(this.#lastN, opening.n);
    const light = this.#lightModels.filter((model) => model.id in opening.states);
    this.#folded.current = new Map(
      light.map((model) => [
        model.id,
        { model, state: this.#since(opening.n, model, opening.states[model.id]) }
      ])
    );
  }

  #apply(event: DeskEvent): void {
    this.#journal.push(event);
    let next: Map<ModelId, Folded> | null = null;
    for (const [id, folded] of this.#folded.current) {
      const state = folded.model.reduce(folded.state, event);
      if (state !== folded.state) (next ??= new Map(this.#folded.current)).set(id, { ...folded, state });
    }
    if (next) this.#folded.current = next;
  }

  /** Sends a batch; a tab that has been taken over still delivers what it had recorded before. */
  async #send(batch: Omit<GestureBatch, 'tab' | 'late'>): Promise<SendOutcome> {
    const outcome = await deskApi.send({ ...batch, tab: this.#tab, late: this.taken });
    if (outcome.kind !== 'closed' || outcome.code !== 'tab.taken' || this.taken) return outcome;
    this.taken = true;
    return deskApi.send({ ...batch, tab: this.#tab, late: true });
  }

  #acknowledge(gesture: Gesture, n: number): void {
    const event = this.#acknowledged.get(gesture);
    if (event) (event as { n?: number }).n = n;
    this.#acknowledged.delete(gesture);
  }

  #start(): void {
    this.#timers.push(
      setInterval(() => (this.#now = Date.now()), TICK_MS),
      setInterval(() => void this.#beat(), HEARTBEAT_MS),
      setInterval(() => void this.#adoptAgain(), ADOPT_AGAIN_MS)
    );
    this.#listen();
  }

  async #beat(): Promise<void> {
    if (!this.taken) await deskApi.presence(this.#tab, this.outbox.pending).catch(() => undefined);
  }

  async #adoptAgain(): Promise<void> {
    if (!this.taken && (await this.outbox.adopt()) > 0) await this.#reopen();
  }

  #listen(): void {
    this.#stream = new DeskStream(
      () => `/api/poste/flux?depuis=${this.#lastN}&onglet=${encodeURIComponent(this.#tab)}`,
      {
        open: () => (this.streamLostSince = null),
        lost: () => (this.streamLostSince ??= Date.now()),
        entry: (entry) => this.#receive(entry),
        clock: (message) => this.#tick(message),
        taken: () => {
          this.taken = true;
          this.#stream?.close();
        },
        word: ({ text }) => this.#wordListeners.forEach((listener) => listener(text)),
        hand: ({ raised }) => (this.#handRaised = raised)
      }
    );
  }

  #receive(entry: StreamMessages['entry']): void {
    if (entry.n <= this.#lastN) return;
    this.#lastN = entry.n;
    this.#apply(entry);
    this.#arrivalListeners.forEach((listener) => listener(entry));
  }

  #tick({ wall, phase, paused, ...clock }: StreamMessages['clock']): void {
    this.#clock = clock;
    this.#offset = wall - Date.now();
    // The subject comes when the identity is confirmed, the decor when the exam starts: the phase waits for them.
    const brings = phase !== 'identity' && (!this.#scene || (isBefore(this.phase) && !isBefore(phase)));
    if (brings) return void this.#reopen();
    this.paused = paused;
    this.phase = phase;
  }
}

/** Brings the models of some channels. */
type LoadChannels = (channels: readonly ChannelId[]) => Promise<readonly AnyModel[]>;

/** True before the exam has started for this candidate. */
const isBefore = (phase: Phase): boolean =>
  phase === 'identity' || phase === 'familiarisation' || phase === 'ready';

const randomId = (prefix: string): string =>
  `${prefix}-${idFromBytes(crypto.getRandomValues(new Uint8Array(12)))}`;
