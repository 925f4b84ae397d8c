import type { Author, DeskEvent } from '../../log/entry';
import type { Scene } from '../../scene/scene';
import type { Seed } from './timeline';

/** One event of a replay as it travels: `[n, t, by, type, v, d]`. */
export type FeedEvent = readonly [n: number, t: number, by: Author, type: string, v: number, d: unknown];

/** `GET /api/jury/copies/[number]/rejeu`: all that a browser needs to show the desk at any second. */
export interface ReplayFeed {
  readonly scene: Scene;
  readonly events: readonly FeedEvent[];
  /** States along the way, so that the browser can go anywhere at once. */
  readonly seeds: readonly Seed[];
}

/** A desk event again. */
export const fromFeed = ([n, t, by, type, v, d]: FeedEvent): DeskEvent & { readonly n: number } => ({
  n,
  t,
  by,
  type,
  v,
  d
});
