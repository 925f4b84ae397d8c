import { createSubscriber } from 'svelte/reactivity';

/** This machine's clock (ms), read again every `everyMs` while something on screen shows it. */
export function ticking(everyMs: number): { readonly now: number } {
  const subscribe = createSubscriber((update) => {
    const timer = setInterval(update, everyMs);
    return () => clearInterval(timer);
  });
  return {
    get now() {
      subscribe();
      return Date.now();
    }
  };
}
