import type { Component } from 'svelte';
import type { TaskSheet } from '../scene/scene';
import type { AppId, AppModel } from './app-model';
import type { AppProps } from './port';

/** `manifest.ts` of an app: the little that the desk must know before the app is loaded. */
export interface AppManifest {
  readonly id: AppId;
  /** French title on the desk and the taskbar. */
  readonly title: string;
  /** One word for the icon and the taskbar, when the title is long. */
  readonly shortTitle?: string;
  /** A Lucide icon: `import Mail from '@lucide/svelte/icons/mail'`. */
  readonly icon: Component;
  /** Colour of the icon, a token of `ui/tokens/colors.css`, e.g. `var(--accent)`. */
  readonly color: string;
  readonly size: { readonly width: number; readonly height: number };
  /** Shown only on the desk of a scenario that has it (`Scene.channels`). */
  readonly channel?: true;
  /** True when each file has its own window (text, sheet); else there is one window. */
  readonly perFile?: boolean;
  /** Lazy: the model, then the window. */
  loadModel(): Promise<AppModel<never>>;
  loadWindow(): Promise<{ default: Component<AppProps> }>;
  /** Count of the pill on the taskbar (unread mails, missed calls), for the apps whose model is loaded at once. */
  badge?(state: never): number;
  /** Whether something of a task is still to be made here, for the reminders of its deadline; for such apps too. */
  pending?(state: never, task: TaskSheet): boolean;
}
