import { SvelteMap, SvelteSet } from 'svelte/reactivity';
import type { Gesture } from '../../log/entry';
import { canonicalJson } from '../../kernel/canonical-json';
import type { AppManifest } from '../app-manifest';
import type { DeskPort, WindowPort } from '../port';
import { arrowPlace, cascadeRect, placeRect, type Arrow, type Place, type Rect, type Size } from './geometry';
import {
  areaMeasured,
  frontWindow,
  windowClosed,
  windowFocused,
  windowMaximised,
  windowMinimised,
  windowMoved,
  windowOpened,
  windowResized,
  windowRestored,
  windowRetargeted,
  windowSnapped,
  type DeskWindow,
  type ShellState
} from './model';
import { lastingParams, loggedParams, windowKey, type WindowParams } from './window-key';

const FIRST_AREA: Size = { width: 1366, height: 720 };
const NO_PARAMS: WindowParams = {};
const MEASURE_SETTLES_MS = 500;

interface Drag {
  readonly window: string;
  readonly kind: 'move' | 'resize';
  readonly rect: Rect;
  /** Where the window goes if it is dropped now. */
  readonly preview: Place | null;
}
type CloseGuard = () => boolean | Promise<boolean>;

/** The windows of a desk: reads the folded `shell` state, adds what lives only while a gesture lasts, records the rest. */
export class WindowManager {
  readonly #port: () => DeskPort;
  readonly #titles = new SvelteMap<string, string>();
  readonly #fresh = new SvelteSet<string>();
  /** What each window was handed since this page was loaded; the log holds only what names it. */
  readonly #handed = new SvelteMap<string, WindowParams>();
  readonly #guards = new Map<string, CloseGuard>();
  #measured = $state.raw<Size | null>(null);
  #drag = $state.raw<Drag | null>(null);
  #focusWish = $state.raw<{ readonly window: string | null } | null>(null);
  #measureTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(port: () => DeskPort) {
    this.#port = port;
  }

  get #state(): ShellState {
    return this.#port().state<ShellState>('shell');
  }

  /** Work area on this screen; in a replay, the candidate's. */
  get area(): Size {
    return this.#measured ?? this.#state.area ?? FIRST_AREA;
  }

  /** In order of opening. */
  get all(): readonly DeskWindow[] {
    return this.#state.windows;
  }

  /** From front to back, the minimised ones last: the order of the switcher. */
  get recent(): readonly DeskWindow[] {
    const byId = new Map(this.all.map((window) => [window.id, window]));
    const ordered = this.#state.stack.map((id) => byId.get(id)).filter((window) => window !== undefined);
    ordered.reverse();
    return [
      ...ordered.filter((window) => !window.minimised),
      ...ordered.filter((window) => window.minimised)
    ];
  }

  get front(): DeskWindow | null {
    return frontWindow(this.#state);
  }

  get drag(): Drag | null {
    return this.#drag;
  }

  /** The window that should take the keyboard (`window: null`: the desk itself); a new object at each wish. */
  get focusWish(): { readonly window: string | null } | null {
    return this.#focusWish;
  }

  /** Layer of a window among the others, from 0. */
  layer(id: string): number {
    return this.#state.stack.indexOf(id);
  }

  rectOf(window: DeskWindow): Rect {
    return this.#drag?.window === window.id
      ? this.#drag.rect
      : placeRect(window.place, this.area, window.rect);
  }

  titleOf(window: DeskWindow, manifest: AppManifest): string {
    return this.#titles.get(window.id) ?? manifest.title;
  }

  /** The screen's work area; logged when it has settled, so that a replay draws the desk at its size. */
  measure(area: Size): void {
    if (area.width < 1 || area.height < 1) return;
    this.#measured = area;
    clearTimeout(this.#measureTimer);
    this.#measureTimer = setTimeout(() => {
      const known = this.#state.area;
      if (known?.width !== area.width || known.height !== area.height) this.#record(areaMeasured(area));
    }, MEASURE_SETTLES_MS);
  }

  /** Opens the app's window, or brings the one that is about the same thing to the front and hands it the params. */
  open(manifest: AppManifest, params: WindowParams = {}): void {
    const wish = $state.snapshot(params) as WindowParams;
    const perFile = manifest.perFile ?? false;
    const key = windowKey(wish, perFile);
    const open = this.all.find(
      (window) => window.app === manifest.id && windowKey(window.params, perFile) === key
    );
    if (!open) {
      const window = this.#port().newId('window');
      this.#fresh.add(window);
      this.#handed.set(window, wish);
      const rect = cascadeRect(this.#state.opened, manifest.size, this.area);
      this.#record(windowOpened({ window, app: manifest.id, params: { ...loggedParams(wish) }, rect }));
      this.#focusWish = { window };
      return;
    }
    const asks = Object.keys(wish).length > 0;
    if (asks && (key === '' || canonicalJson(wish) !== canonicalJson(this.#paramsOf(open)))) {
      this.#fresh.add(open.id);
      this.#handed.set(open.id, wish);
      this.#record(windowRetargeted({ window: open.id, params: { ...loggedParams(wish) } }));
      this.#focusWish = { window: open.id };
    } else this.focus(open.id);
  }

  /** Brings to the front and gives it the keyboard. */
  focus(id: string): void {
    this.raise(id);
    this.#focusWish = { window: id };
  }

  /** Brings to the front, when it is not already there. */
  raise(id: string): void {
    if (this.front?.id !== id) this.#record(windowFocused({ window: id }));
  }

  minimise(id: string): void {
    this.#record(windowMinimised({ window: id }));
    this.#focusWish = { window: this.front?.id ?? null };
  }

  minimiseAll(): void {
    this.#record(
      ...this.all.filter((window) => !window.minimised).map(({ id }) => windowMinimised({ window: id }))
    );
    this.#focusWish = { window: null };
  }

  toggleMaximised(id: string): void {
    const window = this.#find(id);
    if (window) this.place(id, window.place === 'free' ? 'maximised' : 'free');
  }

  place(id: string, place: Place): void {
    if (place === 'free') this.#record(windowRestored({ window: id }));
    else if (place === 'maximised') this.#record(windowMaximised({ window: id }));
    else this.#record(windowSnapped({ window: id, place }));
  }

  /** An arrow of the keyboard: halves, quarters, whole, own size, minimised. */
  arrow(id: string, arrow: Arrow): void {
    const window = this.#find(id);
    if (!window) return;
    const next = arrowPlace(window.place, arrow);
    if (next === 'minimised') this.minimise(id);
    else if (next !== window.place) this.place(id, next);
  }

  /** Follows a drag or a pull; nothing is logged before {@link drop}. */
  dragTo(drag: Drag): void {
    this.#drag = drag;
  }

  drop(): void {
    const drag = this.#drag;
    if (!drag) return;
    const { window, rect, preview, kind } = drag;
    if (preview) this.place(window, preview);
    else this.#record(kind === 'move' ? windowMoved({ window, rect }) : windowResized({ window, rect }));
    this.#drag = null;
  }

  cancelDrag(): void {
    this.#drag = null;
  }

  /** Closes unless the app's guard keeps it; the keyboard goes to the next window. Resolves true when closed. */
  async close(id: string): Promise<boolean> {
    const guard = this.#guards.get(id);
    if (guard && !(await guard())) return false;
    if (!this.#find(id)) return false;
    this.#record(windowClosed({ window: id }));
    this.#guards.delete(id);
    this.#titles.delete(id);
    this.#fresh.delete(id);
    this.#handed.delete(id);
    this.#focusWish = { window: this.front?.id ?? null };
    return true;
  }

  /** What the app of a window is given. */
  windowPort(id: string): WindowPort {
    const raw = $derived.by(() => {
      const window = this.#find(id);
      return window ? this.#paramsOf(window) : NO_PARAMS;
    });
    const params = $derived(this.#fresh.has(id) || this.#port().readOnly ? raw : lastingParams(raw));
    const active = () => this.front?.id === id;
    return {
      id,
      get params() {
        return params;
      },
      get active() {
        return active();
      },
      setTitle: (title) => void this.#titles.set(id, title),
      close: () => void this.close(id),
      onBeforeClose: (guard) => void this.#guards.set(id, guard)
    };
  }

  #paramsOf({ id, params }: DeskWindow): WindowParams {
    return this.#port().readOnly ? params : (this.#handed.get(id) ?? params);
  }

  #find(id: string): DeskWindow | undefined {
    return this.all.find((window) => window.id === id);
  }

  #record(...gestures: readonly Gesture[]): void {
    this.#port().record(...gestures);
  }
}
