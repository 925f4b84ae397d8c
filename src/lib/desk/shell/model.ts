import * as v from 'valibot';
import { defineEvent, type EventDefinition } from '../../log/event-definition';
import type { AppId, AppModel } from '../app-model';
import { PLACES, type Place, type Rect, type Size } from './geometry';

/** The desk's windows as data: they survive a reload, and the jury's replay shows the very same ones. */
export interface ShellState {
  /** In order of opening. */
  readonly windows: readonly DeskWindow[];
  /** Window ids from back to front, the minimised ones too. */
  readonly stack: readonly string[];
  /** Work area of the candidate's screen (without the taskbar), as last measured; `null` before the first desk. */
  readonly area: Size | null;
  /** The candidate has called the proctor and nobody has come yet. */
  /** Windows ever opened, for the cascade. */
  readonly opened: number;
}
export interface DeskWindow {
  readonly id: string;
  readonly app: AppId;
  /** What the app was asked to show, plain JSON. */
  readonly params: Readonly<Record<string, unknown>>;
  /** Rectangle when `place` is `free`, kept while the window is elsewhere; px of `area`. */
  readonly rect: Rect;
  readonly place: Place;
  readonly minimised: boolean;
}

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(80));
const px = v.pipe(v.number(), v.integer(), v.minValue(-20_000), v.maxValue(20_000));
const length = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(20_000));
const rect = v.object({ x: px, y: px, width: length, height: length });
const app = v.picklist([
  'mail',
  'text',
  'sheet',
  'agenda',
  'orders',
  'phone',
  'files',
  'dossier',
  'notes',
  'hand-in',
  'chat',
  'reception',
  'post'
]);
const params = v.record(v.string(), v.unknown());
const one = v.object({ window: id });

/** An app opens in a new window, in front. */
export const windowOpened = defineEvent(
  'shell.window-opened',
  'candidate',
  v.object({ window: id, app, params, rect })
);
/** A window is dragged; it leaves its half or quarter. One event at the end of the gesture. */
export const windowMoved = defineEvent('shell.window-moved', 'candidate', v.object({ window: id, rect }));
/** An edge is pulled. One event at the end of the gesture. */
export const windowResized = defineEvent('shell.window-resized', 'candidate', v.object({ window: id, rect }));
/** A window takes a half or a quarter of the area. */
export const windowSnapped = defineEvent(
  'shell.window-snapped',
  'candidate',
  v.object({
    window: id,
    place: v.picklist(PLACES.filter((place) => place !== 'free' && place !== 'maximised'))
  })
);
export const windowMaximised = defineEvent('shell.window-maximised', 'candidate', one);
export const windowMinimised = defineEvent('shell.window-minimised', 'candidate', one);
/** A window comes back to its own rectangle. */
export const windowRestored = defineEvent('shell.window-restored', 'candidate', one);
/** A window comes to the front; a minimised one shows again where it was. Only logged when another was in front. */
export const windowFocused = defineEvent('shell.window-focused', 'candidate', one);
export const windowClosed = defineEvent('shell.window-closed', 'candidate', one);
/** An open window is handed something else to show. */
export const windowRetargeted = defineEvent(
  'shell.window-retargeted',
  'candidate',
  v.object({ window: id, params })
);
/** The browser's window has another size than before: a replay draws the desk at this one. */
export const areaMeasured = defineEvent(
  'shell.area-measured',
  'candidate',
  v.object({ width: length, height: length })
);
/** Something went to the printer. */
export const printed = defineEvent(
  'shell.printed',
  'candidate',
  v.object({ title: v.pipe(v.string(), v.maxLength(200)) })
);
/** The candidate asks the proctor to come. */

const patch = (state: ShellState, window: string, change: Partial<DeskWindow>): ShellState =>
  state.windows.some((each) => each.id === window)
    ? {
        ...state,
        windows: state.windows.map((each) => (each.id === window ? { ...each, ...change } : each))
      }
    : state;
const toFront = (state: ShellState, window: string): ShellState =>
  state.stack.includes(window)
    ? { ...state, stack: [...state.stack.filter((each) => each !== window), window] }
    : state;

/** The front window of a state: the last of the stack that is not minimised. */
export function frontWindow(state: ShellState): DeskWindow | null {
  for (let index = state.stack.length - 1; index >= 0; index--) {
    const window = state.windows.find((each) => each.id === state.stack[index]);
    if (window && !window.minimised) return window;
  }
  return null;
}

/** Folds the windows. Every gesture on a window but minimising brings it to the front. */
export const shellModel: AppModel<ShellState> = {
  id: 'shell',
  events: [
    windowOpened,
    windowMoved,
    windowResized,
    windowSnapped,
    windowMaximised,
    windowMinimised,
    windowRestored,
    windowFocused,
    windowClosed,
    windowRetargeted,
    areaMeasured,
    printed
  ] as unknown as readonly EventDefinition[],
  open: () => ({ windows: [], stack: [], area: null, opened: 0 }),
  reduce(state, event) {
    if (windowOpened.is(event)) {
      const { window, app, params, rect } = event.d;
      if (state.windows.some((each) => each.id === window)) return state;
      return {
        ...state,
        windows: [...state.windows, { id: window, app, params, rect, place: 'free', minimised: false }],
        stack: [...state.stack, window],
        opened: state.opened + 1
      };
    }
    if (windowMoved.is(event) || windowResized.is(event)) {
      const { window, rect } = event.d;
      return toFront(patch(state, window, { rect, place: 'free' }), window);
    }
    if (windowSnapped.is(event)) {
      const { window, place } = event.d;
      return toFront(patch(state, window, { place, minimised: false }), window);
    }
    if (windowMaximised.is(event))
      return toFront(patch(state, event.d.window, { place: 'maximised', minimised: false }), event.d.window);
    if (windowRestored.is(event))
      return toFront(patch(state, event.d.window, { place: 'free', minimised: false }), event.d.window);
    if (windowMinimised.is(event)) return patch(state, event.d.window, { minimised: true });
    if (windowFocused.is(event))
      return toFront(patch(state, event.d.window, { minimised: false }), event.d.window);
    if (windowRetargeted.is(event))
      return toFront(
        patch(state, event.d.window, { params: event.d.params, minimised: false }),
        event.d.window
      );
    if (windowClosed.is(event)) {
      const { window } = event.d;
      return {
        ...state,
        windows: state.windows.filter((each) => each.id !== window),
        stack: state.stack.filter((each) => each !== window)
      };
    }
    if (areaMeasured.is(event)) return { ...state, area: event.d };
    return state;
  }
};
