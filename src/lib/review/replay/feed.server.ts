import { clockStarted } from '../../engine/events';
import type { Entry } from '../../log/entry';
import type { ReviewContext } from '../context.server';
import type { Copy } from '../copy/copies.server';
import { allEntries, copySeeds } from '../copy/read-copy.server';
import type { Seed } from './timeline';
import type { FeedEvent, ReplayFeed } from './feed';

/** Where jurors hear and see pieces, in place of the candidate’s own address. */
const piecesOf = (number: string) => `/api/jury/copies/${encodeURIComponent(number)}/pieces/`;

/** Entries that a desk shows: the candidate’s and the script’s, from the start of the exam on (the prise en main left no trace). */
const isShown = ({ by }: Entry): boolean => by === 'candidate' || by === 'script';

/** The replay of a copy. */
export async function replayFeed(ctx: ReviewContext, copy: Copy): Promise<ReplayFeed> {
  const { scene } = await ctx.scenario(copy.scenarioHash);
  const events: FeedEvent[] = [];
  let started = false;
  for await (const entry of allEntries(ctx, copy.sitting)) {
    started ||= clockStarted.is(entry);
    if (started && isShown(entry))
      events.push([entry.n, entry.t, entry.by, entry.type, entry.v, withPieces(entry.d, copy.number)]);
  }
  return { scene, events, seeds: affordable(await copySeeds(ctx, copy), copy.number) };
}

/** Seeds may weigh this much in all, as JSON; a long sitting with heavy sheets gets fewer of them. */
const MOST_SEED_CHARS = 12_000_000;

function affordable(seeds: readonly Seed[], number: string): readonly Seed[] {
  const size = JSON.stringify(seeds.at(-1)?.states ?? null).length;
  const stride = Math.max(1, Math.ceil((seeds.length * size) / MOST_SEED_CHARS));
  const chosen = seeds.filter((_, index) => (index + 1) % stride === 0);
  // Addresses of speech are inside the telephone’s state too.
  return JSON.parse(JSON.stringify(chosen).replaceAll('/api/poste/pieces/', piecesOf(number))) as Seed[];
}

/** Speech of the script is fetched by its address, which is a juror’s here. */
function withPieces(d: unknown, number: string): unknown {
  if (typeof d !== 'object' || d === null || !('audio' in d) || typeof d.audio !== 'string') return d;
  return { ...d, audio: d.audio.replace('/api/poste/pieces/', piecesOf(number)) };
}
