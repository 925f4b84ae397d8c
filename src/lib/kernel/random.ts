/**
 * A draw in [0, 1) that depends on its words alone (FNV-1a, then one Murmur finalising round): the same seed and key
 * give the same delay to every candidate of a session, on any machine, for ever.
 */
export function seededDraw(...words: readonly (string | number)[]): number {
  let hash = 0x811c9dc5;
  for (const char of words.join('\u0000')) {
    hash ^= char.codePointAt(0)!;
    hash = Math.imul(hash, 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}

/** A whole number drawn between `low` and `high`, both included. */
export function seededInteger(low: number, high: number, ...words: readonly (string | number)[]): number {
  return low + Math.floor(seededDraw(...words) * (high - low + 1));
}
