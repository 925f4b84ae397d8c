/** A delay of a beat is a name that carries its meaning, so that the config stays data and needs no clock. */
export type Delay =
  | { readonly kind: 'at'; readonly ms: number }
  | { readonly kind: 'for'; readonly ms: number }
  | { readonly kind: 'between'; readonly lowMs: number; readonly highMs: number };

/** `at_300000` (exam time), `for_40000` (from now), `between_60000_120000` (seeded draw). */
export function delayName(delay: Delay): string {
  if (delay.kind === 'between') return `between_${delay.lowMs}_${delay.highMs}`;
  return `${delay.kind}_${delay.ms}`;
}

/** The inverse of `delayName`. Throws on any other text: a fault of the compiler. */
export function parseDelayName(name: string): Delay {
  const [kind, first, second] = name.split('_');
  const ms = Number(first);
  if (kind === 'between') return { kind, lowMs: ms, highMs: Number(second) };
  if ((kind === 'at' || kind === 'for') && Number.isInteger(ms)) return { kind, ms };
  throw new Error(`not a delay name: ${name}`);
}
