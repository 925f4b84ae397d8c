import type { Attachment, FileKind, TaskSheet } from '../../scene/scene';
import type { AppManifest } from '../app-manifest';
import type { AppId } from '../app-model';
import type { DeskPort, Notice, ShellService } from '../port';
import type { TasksState } from '../tasks/model';
import { deadlineWarnings } from './deadline-warnings';
import { printed } from './model';
import { Notices } from './notices.svelte';
import { printElement } from './print';
import { timeWarning } from './time-warnings';
import { WindowManager } from './window-manager.svelte';

type Options<K extends 'pickFiles' | 'saveAs' | 'confirm'> = Parameters<ShellService[K]>[0];

/** Time left to the candidate, and exam time, in ms. */
interface Times {
  readonly left: number;
  readonly exam: number;
}

/** A question that the desk has to put to the person; `answer` closes it. */
export type DialogRequest =
  | {
      readonly kind: 'pick';
      readonly options: Options<'pickFiles'>;
      readonly answer: (files: readonly string[] | null) => void;
    }
  | {
      readonly kind: 'save';
      readonly options: Options<'saveAs'>;
      readonly answer: (place: { name: string; folder: string | null } | null) => void;
    }
  | {
      readonly kind: 'confirm';
      readonly options: Options<'confirm'>;
      readonly answer: (yes: boolean) => void;
    };

const EDITORS: Readonly<Partial<Record<FileKind, AppId>>> = { text: 'text', sheet: 'sheet' };

/**
 * The shell of one desk: windows, notices, questions. Made before the port, which carries it as `port.shell`:
 * `const shell = new DeskShell(() => port, manifests)`. On a read-only port it does nothing.
 */
export class DeskShell implements ShellService {
  readonly windows: WindowManager;
  readonly notices: Notices;
  readonly #all: readonly AppManifest[];
  readonly #port: () => DeskPort;
  #requests = $state.raw<readonly DialogRequest[]>([]);

  constructor(port: () => DeskPort, manifests: readonly AppManifest[]) {
    this.#port = port;
    this.#all = manifests;
    this.windows = new WindowManager(port);
    this.notices = new Notices(() => port().clock.story());
  }

  /** The question on screen; the others wait for their turn. */
  get request(): DialogRequest | null {
    return this.#requests[0] ?? null;
  }

  /** Says what of the time left (`left`) and of the deadlines (`exam`, both in ms) has come near from one look to the next. */
  warn(before: Times, now: Times): void {
    const story = this.#port().clock.story();
    for (const warning of [
      timeWarning(before.left, now.left) ?? [],
      deadlineWarnings(this.#openTasks(), before.exam, now.exam, story - now.exam)
    ].flat())
      this.notify(warning);
  }

  /** Tasks of which something may still be missing. */
  #openTasks(): readonly TaskSheet[] {
    const port = this.#port();
    return port.state<TasksState>('tasks').tasks.filter((task) =>
      this.#all.every(({ id, pending }) => {
        const state = pending && port.state<unknown>(id);
        return state === undefined || pending?.(state as never, task);
      })
    );
  }

  /** Applications of this desk: those of every post, and the channels that its scenario has. */
  get manifests(): readonly AppManifest[] {
    const channels: readonly AppId[] = this.#port().scene.channels ?? [];
    return this.#all.filter(({ id, channel }) => !channel || channels.includes(id));
  }

  manifest(app: AppId): AppManifest | null {
    return this.manifests.find((manifest) => manifest.id === app) ?? null;
  }

  openApp(app: AppId, intent: Readonly<Record<string, unknown>> = {}): void {
    if (this.#port().readOnly) return;
    const manifest = this.manifest(app);
    if (manifest) this.windows.open(manifest, intent);
    else this.notify({ title: 'Cette application n’est pas installée sur ce poste.', tone: 'warn' });
  }

  openFile(file: string): void {
    const found = this.#port().files.tree().files[file];
    if (!found || found.trashed) {
      this.notify({ title: 'Ce fichier n’est plus à cet endroit.', tone: 'warn' });
      return;
    }
    const editor = EDITORS[found.kind];
    if (editor) this.openApp(editor, { file });
    // A PDF without bytes of its own is a commercial document, which the order screen draws.
    else if (found.kind === 'pdf' && !found.blob) this.openApp('orders', { file });
    else this.openApp('files', { view: file });
  }

  viewAttachment(attachment: Attachment): void {
    if (attachment.file && this.#port().files.tree().files[attachment.file]) this.openFile(attachment.file);
    else this.openApp('files', { attachment });
  }

  pickFiles(options: Options<'pickFiles'>): Promise<readonly string[] | null> {
    return this.#ask<readonly string[] | null>((answer) => ({ kind: 'pick', options, answer }), null);
  }

  saveAs(options: Options<'saveAs'>): Promise<{ name: string; folder: string | null } | null> {
    return this.#ask<{ name: string; folder: string | null } | null>(
      (answer) => ({ kind: 'save', options, answer }),
      null
    );
  }

  confirm(options: Options<'confirm'>): Promise<boolean> {
    return this.#ask<boolean>((answer) => ({ kind: 'confirm', options, answer }), false);
  }

  notify(notice: Notice): void {
    if (!this.#port().readOnly) this.notices.add(notice);
  }

  print(title: string, element: HTMLElement): void {
    if (this.#port().readOnly) return;
    this.#port().record(printed({ title: title.slice(0, 200) }));
    printElement(title, element);
  }

  call(number: string): void {
    this.openApp('phone', { dial: number });
  }

  #ask<T>(make: (answer: (value: T) => void) => DialogRequest, none: T): Promise<T> {
    if (this.#port().readOnly) return Promise.resolve(none);
    return new Promise((resolve) => {
      const request = make((value) => {
        this.#requests = this.#requests.filter((each) => each !== request);
        resolve(value);
      });
      this.#requests = [...this.#requests, request];
    });
  }
}
