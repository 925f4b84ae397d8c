import type { Gesture } from '../log/entry';
import type { BlobHash } from '../kernel/ids';
import type { FileKind, Scene, Attachment } from '../scene/scene';
import type { StoryMs } from '../kernel/story-time';
import type { AppId, ModelId } from './app-model';
import type { TreeState } from './files/model';

/**
 * Everything an application window may ask of the world. Four implementations: the exam (`http-port`), the author's
 * preview and the tests (`memory-port`), and the jury's replay (`replay-port`, read-only).
 */
export interface DeskPort {
  /** True in the jury's replay: windows show, and offer no gesture. */
  readonly readOnly: boolean;
  readonly scene: Scene;
  readonly clock: DeskClock;
  /** Current state of a model. Reactive when read in a template or a `$derived`; never mutate it. */
  state<S>(model: ModelId): S;
  /** Records gestures: folded at once on screen, kept in the durable outbox, acknowledged later. No-op when read-only. */
  record(...gestures: readonly Gesture[]): void;
  /** A new identifier, unique in the sitting: `newId('mail')` → `mail-3f9k…`. */
  newId(prefix: string): string;
  readonly files: FileService;
  readonly shell: ShellService;
  /** The raised hand that calls the proctor; `null` where there is no proctor (preview, replay). */
  readonly hand: Hand | null;
  /** False while the server cannot be reached: what it must answer comes later, by itself. Reactive. */
  readonly reachable: boolean;
  /** URL of a blob's bytes, `/api/poste/pieces/<hash>` on an exam desk. */
  blobUrl(hash: BlobHash, name: string): string;
}

/** Reactive. */
export interface Hand {
  readonly raised: boolean;
  /** Calls the proctor, or calls it off. */
  raise(raised: boolean): void;
}

/** Reactive. */
export interface DeskClock {
  /** Exam time in ms. */
  examMs(): number;
  /** Time of the story. */
  story(): StoryMs;
  /** Exam ms left before the end, as the candidate's own clock (extra time included). */
  remainingMs(): number;
  readonly running: boolean;
  /** How many times faster than an exam, in a rehearsal. */
  readonly pace?: number | undefined;
}

/** The shared file tree (`desk/files/model.ts`), with the commands every app needs. */
export interface FileService {
  tree(): TreeState;
  /** Creates a file and returns its id. Content apps fold `file.created` to take the content over. */
  create(file: {
    name: string;
    folder: string | null;
    kind: FileKind;
    mediaType?: string;
    blob?: BlobHash;
    size?: number;
    content?: unknown;
  }): string;
  /** Makes the frozen, hidden copy that is attached or handed in, and returns its id. */
  freeze(file: string): string;
}

/** A line in the corner of the desk, in French. */
export interface Notice {
  readonly title: string;
  readonly body?: string;
  readonly tone?: 'info' | 'ok' | 'warn' | 'alert';
  /** Opened when the notice is chosen. */
  readonly open?: { readonly app: AppId; readonly intent?: Readonly<Record<string, unknown>> };
  /** Stays in the corner until it is dismissed: somebody wrote to this candidate. */
  readonly stays?: boolean;
}

/** What an app asks of the shell; promises resolve `null` when the user gives up. */
export interface ShellService {
  /** Opens a file in the app of its kind. */
  openFile(file: string): void;
  /** Opens an attachment without saving it (read-only viewer). */
  viewAttachment(attachment: Attachment): void;
  /** Opens (or brings to front) an app, handing it `intent`, e.g. `openApp('mail', { compose: { to, subject } })`. */
  openApp(app: AppId, intent?: Readonly<Record<string, unknown>>): void;
  pickFiles(options: {
    title: string;
    kinds?: readonly FileKind[];
    multiple?: boolean;
  }): Promise<readonly string[] | null>;
  /** Asks where and under what name to save. */
  saveAs(options: {
    title: string;
    suggestedName: string;
    extension: string;
  }): Promise<{ name: string; folder: string | null } | null>;
  /** Yes/no question before loss. `danger` paints the confirming button. */
  confirm(question: { title: string; body: string; confirm: string; danger?: boolean }): Promise<boolean>;
  /** A line of feedback in the corner, in French; never steals the focus. */
  notify(notice: Notice): void;
  /** Prints the element alone, on A4 (opens the browser's dialog), and records `shell.printed`. */
  print(title: string, element: HTMLElement): void;
  call(number: string): void;
}

/** The window that an app component lives in. */
export interface WindowPort {
  readonly id: string;
  /** Reactive: what the window was opened with; changes when `openApp` targets an open window. */
  readonly params: Readonly<Record<string, unknown>>;
  /** Reactive: this window is the front one. */
  readonly active: boolean;
  setTitle(title: string): void;
  close(): void;
  /** Called before closing; return false (or a promise of it) to keep the window. */
  onBeforeClose(guard: () => boolean | Promise<boolean>): void;
}

/** Props of every `<App>.svelte`. */
export interface AppProps {
  desk: DeskPort;
  win: WindowPort;
}
