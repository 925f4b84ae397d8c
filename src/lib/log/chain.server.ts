import { createHash } from 'node:crypto';
import { canonicalJson } from '../kernel/canonical-json';
import { FIRST_PREV, type Entry, type EntryDraft } from './entry';

/** SHA-256 over the canonical JSON of everything in the entry but its own hash. */
export const hashEntry = (entry: Omit<Entry, 'hash'>): string => hashWith(entry, canonicalJson(entry.d));

/** The same, when the canonical JSON of the payload is already there: a payload is most of an entry. */
function hashWith({ n, t, wall, by, type, v, prev }: Omit<Entry, 'hash'>, d: string): string {
  const j = canonicalJson;
  const text = `{"by":${j(by)},"d":${d},"n":${j(n)},"prev":${j(prev)},"t":${j(t)},"type":${j(type)},"v":${j(v)},"wall":${j(wall)}}`;
  return createHash('sha256').update(text).digest('hex');
}

/** An entry and the canonical JSON of its payload, which is what is stored. */
export interface ChainedEntry {
  readonly entry: Entry;
  readonly payload: string;
}

/** Numbers and chains drafts after a head `{ n, hash }` (`n` 0 and 64 zeros for an empty log). */
export function chain(head: { n: number; hash: string }, drafts: readonly EntryDraft[]): ChainedEntry[] {
  let { n, hash: prev } = head;
  return drafts.map((draft) => {
    const open = { ...draft, n: ++n, prev };
    const payload = canonicalJson(draft.d);
    prev = hashWith(open, payload);
    return { entry: { ...open, hash: prev }, payload };
  });
}

/** What is wrong with a chain: the first entry that does not hold, or `null` when all do. */
export function findBreak(
  entries: readonly Entry[]
): { n: number; reason: 'sequence' | 'link' | 'hash' | 'time' } | null {
  let n = 0;
  let prev = FIRST_PREV;
  let t = 0;
  for (const entry of entries) {
    n += 1;
    if (entry.n !== n) return { n, reason: 'sequence' };
    if (entry.prev !== prev) return { n, reason: 'link' };
    if (hashEntry(entry) !== entry.hash) return { n, reason: 'hash' };
    if (entry.t < t) return { n, reason: 'time' };
    prev = entry.hash;
    t = entry.t;
  }
  return null;
}
