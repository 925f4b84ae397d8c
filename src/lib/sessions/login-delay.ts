/** Wrong tries that cost nothing, per address and for the whole server. */
const FREE_TRIES = { address: 10, server: 300 } as const;
const FIRST_DELAY_MS = 30_000;
const LONGEST_DELAY_MS = 5 * 60_000;

/** After this long without a wrong try, tries are forgotten. */
export const FORGET_AFTER_MS = 15 * 60_000;

/**
 * How long a door stays shut after its `failures`-th wrong try: nothing before the tenth, then 30 s, doubled by each
 * further one up to 5 min. The whole server only slows down by 5 s, so that no one can shut a room out.
 */
export function loginDelayMs(door: 'address' | 'server', failures: number): number {
  const beyond = failures - FREE_TRIES[door];
  if (beyond < 0) return 0;
  if (door === 'server') return 5_000;
  return Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** Math.min(beyond, 10));
}
