import type { Attachment } from 'svelte/attachments';
import { moveRect, resizeRect, snapAt, type Edge } from './geometry';
import type { WindowManager } from './window-manager.svelte';

/** Movement, in px, under which a press is a click. */
const THRESHOLD = 4;

interface Pull {
  readonly dx: number;
  readonly dy: number;
  /** Pointer in the work area. */
  readonly x: number;
  readonly y: number;
}

/** One press–move–release of the main button or a finger; Escape gives it up. Buttons inside keep their clicks. */
function pull(
  element: HTMLElement,
  begin: () => { move(pull: Pull): void; end(): void; cancel(): void } | null
): () => void {
  let stop: (() => void) | null = null;
  const down = (press: PointerEvent) => {
    if (press.button !== 0 || (press.target as Element).closest('button')) return;
    const gesture = begin();
    const layer = element.closest('[data-work-area]')?.getBoundingClientRect();
    if (!gesture || !layer) return;
    let moved = false;
    element.setPointerCapture(press.pointerId);
    const move = (event: PointerEvent) => {
      const dx = event.clientX - press.clientX;
      const dy = event.clientY - press.clientY;
      moved ||= Math.hypot(dx, dy) > THRESHOLD;
      if (moved) gesture.move({ dx, dy, x: event.clientX - layer.left, y: event.clientY - layer.top });
    };
    const finish = (kept: boolean) => {
      stop?.();
      if (!moved) return;
      if (kept) gesture.end();
      else gesture.cancel();
    };
    const up = () => finish(true);
    const lost = () => finish(false);
    const key = (event: KeyboardEvent) => {
      if (event.key === 'Escape') finish(false);
    };
    stop = () => {
      element.removeEventListener('pointermove', move);
      element.removeEventListener('pointerup', up);
      element.removeEventListener('pointercancel', lost);
      window.removeEventListener('keydown', key, true);
      stop = null;
    };
    element.addEventListener('pointermove', move);
    element.addEventListener('pointerup', up);
    element.addEventListener('pointercancel', lost);
    window.addEventListener('keydown', key, true);
  };
  element.addEventListener('pointerdown', down);
  return () => {
    stop?.();
    element.removeEventListener('pointerdown', down);
  };
}

/** The bar of a window: drags it, offers halves and quarters at the edges of the work area. */
export function dragBar(manager: WindowManager, id: string): Attachment<HTMLElement> {
  return (bar) =>
    pull(bar, () => {
      const window = manager.all.find((each) => each.id === id);
      if (!window) return null;
      const shown = manager.rectOf(window);
      const placed = window.place !== 'free';
      let grip: number | null = null;
      return {
        move({ dx, dy, x, y }) {
          // A window that fills a half comes off at its own size, held at the same share of its bar.
          grip ??= placed ? ((x - dx - shown.x) / shown.width) * window.rect.width : 0;
          const start = placed ? { ...window.rect, x: Math.round(x - dx - grip), y: shown.y } : shown;
          const rect = moveRect(start, dx, dy, manager.area);
          manager.dragTo({ window: id, kind: 'move', rect, preview: snapAt({ x, y }, manager.area) });
        },
        end: () => manager.drop(),
        cancel: () => manager.cancelDrag()
      };
    });
}

/** An edge or a corner of a window: resizes it. */
export function resizeHandle(manager: WindowManager, id: string, edge: Edge): Attachment<HTMLElement> {
  return (handle) =>
    pull(handle, () => {
      const window = manager.all.find((each) => each.id === id);
      if (!window) return null;
      const start = manager.rectOf(window);
      return {
        move: ({ dx, dy }) =>
          manager.dragTo({
            window: id,
            kind: 'resize',
            rect: resizeRect(start, edge, dx, dy, manager.area),
            preview: null
          }),
        end: () => manager.drop(),
        cancel: () => manager.cancelDrag()
      };
    });
}
