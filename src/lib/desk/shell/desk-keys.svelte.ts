import type { Attachment } from 'svelte/attachments';
import { deskCommand } from './shortcuts';
import type { DeskShell } from './shell-service.svelte';

const REGIONS = ['windows', 'taskbar', 'icons', 'corner'] as const;
const FOCUSABLE =
  'a[href], button:not(:disabled), input:not(:disabled), select:not(:disabled), [tabindex="0"]';

/** The keyboard of the desk: listens before the apps, so that a key means the same in every window. */
export class DeskKeys {
  readonly #shell: DeskShell;
  readonly #onhelp: () => void;
  #chosen = $state<string | null>(null);

  constructor(shell: DeskShell, onhelp: () => void) {
    this.#shell = shell;
    this.#onhelp = onhelp;
  }

  /** Window chosen in the switcher while Ctrl is held; `null` when the switcher is away. */
  get chosen(): string | null {
    return this.#chosen;
  }

  /** Listens as long as the desk is on screen. */
  readonly listen: Attachment<HTMLElement> = (desk) => {
    const down = (event: KeyboardEvent) => {
      if (event.isComposing || this.#shell.request) return;
      if (this.#chosen !== null && event.key === 'Escape') {
        this.#chosen = null;
        event.preventDefault();
        event.stopPropagation();
        return;
      }
      if (this.#obey(event, desk)) {
        event.preventDefault();
        event.stopPropagation();
      }
    };
    const up = (event: KeyboardEvent) => {
      if (event.key === 'Control') this.#choose();
    };
    const away = () => (this.#chosen = null);
    window.addEventListener('keydown', down, true);
    window.addEventListener('keyup', up, true);
    window.addEventListener('blur', away);
    return () => {
      window.removeEventListener('keydown', down, true);
      window.removeEventListener('keyup', up, true);
      window.removeEventListener('blur', away);
    };
  };

  #obey(event: KeyboardEvent, desk: HTMLElement): boolean {
    const command = deskCommand(event);
    if (!command) return false;
    const { windows } = this.#shell;
    const front = windows.front;
    switch (command.do) {
      case 'help':
        this.#onhelp();
        break;
      case 'switch':
        this.#step(command.back ? -1 : 1);
        break;
      case 'arrow':
        if (front) windows.arrow(front.id, command.arrow);
        break;
      case 'menu':
        if (front) openMenu(desk, front.id);
        break;
      case 'close':
        if (front) void windows.close(front.id);
        break;
      case 'show-desk':
        windows.minimiseAll();
        break;
      case 'next-region':
        this.#nextRegion(desk, command.back ? -1 : 1);
    }
    return true;
  }

  #step(by: 1 | -1): void {
    const ids = this.#shell.windows.recent.map(({ id }) => id);
    if (ids.length === 0) return;
    const from = this.#chosen === null ? (this.#shell.windows.front ? 0 : -1) : ids.indexOf(this.#chosen);
    this.#chosen = ids[(from + by + ids.length) % ids.length] ?? null;
  }

  #choose(): void {
    const chosen = this.#chosen;
    this.#chosen = null;
    if (chosen !== null) this.#shell.windows.focus(chosen);
  }

  #nextRegion(desk: HTMLElement, by: 1 | -1): void {
    const here = document.activeElement?.closest<HTMLElement>('[data-desk-region]')?.dataset.deskRegion;
    const start = Math.max(
      0,
      REGIONS.findIndex((region) => region === here)
    );
    for (let step = 1; step <= REGIONS.length; step++) {
      const region = REGIONS[(start + by * step + REGIONS.length * 2) % REGIONS.length];
      if (region === 'windows') {
        const { front } = this.#shell.windows;
        if (!front) continue;
        this.#shell.windows.focus(front.id);
        return;
      }
      const target = desk.querySelector<HTMLElement>(`[data-desk-region="${region}"]`);
      const first = target?.querySelector<HTMLElement>(FOCUSABLE);
      if (!first) continue;
      first.focus();
      return;
    }
  }
}

/** The menu of a window opens from its icon, by the key that any menu button knows. */
function openMenu(desk: HTMLElement, window: string): void {
  const trigger = desk.querySelector<HTMLElement>(
    `[data-window="${CSS.escape(window)}"] .window-menu-trigger`
  );
  trigger?.focus();
  trigger?.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true, cancelable: true }));
}
