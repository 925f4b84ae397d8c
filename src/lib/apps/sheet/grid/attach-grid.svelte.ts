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
  version: () => unknown;
  ready: (grid: Grid | null) => void;
}): Attachment<HTMLElement> {
  return (element) => {
    let closed = false;
    let grid = $state.raw<Grid | null>(null);
    void Promise.all([import('../vendor'), import('./grid-css')]).then(([{ Grid: Made }]) => {
      if (closed) return;
      grid = untrack(() => new Made(element, options.host, options.shape()));
      options.ready(grid);
    });
    $effect(() => {
      options.version();
      const shape = options.shape();
      const current = grid;
      if (current) untrack(() => current.show(shape));
    });
    return () => {
      closed = true;
      untrack(() => grid?.destroy());
      options.ready(null);
    };
  };
}
