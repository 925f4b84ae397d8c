import { getContext, setContext } from 'svelte';
import type { Saver } from './saver.svelte';

const KEY = Symbol('saver');
/** Gives the pages under a scenario the one who saves it. */
export const provideSaver = (saver: Saver): Saver => setContext(KEY, saver);
/** Who saves the scenario on screen. */
export function useSaver(): Saver {
  const saver = getContext<Saver | undefined>(KEY);
  if (!saver) throw new Error('no saver above this page');
  return saver;
}
