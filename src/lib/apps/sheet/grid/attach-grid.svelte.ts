import type { Attachment } from 'svelte/attachments';
import { untrack } from 'svelte';
import type { Grid, GridHost, GridShape } from '../vendor';

/**
 * Puts the grid in an element: loads it, hands it to `ready`, then redraws whenever what `shape` reads changes.
 * The library and its style sheets come with the first workbook only.
 */
export function attachGrid(options: {
  host: GridHost;
  shape: () => GridShape;
  /** Reads what a new drawing depends on. */
  version: () => readonly unknown[];
  ready: (grid: Grid | null) => void;
}): Attachment<HTMLElement> {
  return (element) => {
    let closed = false;
    let grid = $state.raw<Grid | null>(null);
    /** What the grid shows: it draws itself when it is made, and a second drawing at once would cost as much. */
    let drawn: readonly unknown[] = [];
    void Promise.all([import('../vendor'), import('./grid-css')]).then(([{ Grid: Made }]) => {
      if (closed) return;
      grid = untrack(() => {
        const shape = options.shape();
        drawn = [...options.version(), shape];
        return new Made(element, options.host, shape);
      });
      options.ready(grid);
    });
    $effect(() => {
      const shape = options.shape();
      const wanted = [...options.version(), shape];
      const current = grid;
      if (!current || wanted.every((part, index) => part === drawn[index])) return;
      drawn = wanted;
      untrack(() => current.show(shape));
    });
    return () => {
      closed = true;
      untrack(() => grid?.destroy());
      options.ready(null);
    };
  };
}
