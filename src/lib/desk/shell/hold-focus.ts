import { tick } from 'svelte';

/**
 * Remembers what has the keyboard, before something covers the desk for a while (the veil of a pause). Returns the way to
 * give it back: once the desk may take it again, and unless what had it has left the page meanwhile.
 */
export function holdFocus(): () => void {
  const had = document.activeElement;
  return () => {
    void tick().then(() => {
      if (had instanceof HTMLElement && had !== document.body && had.isConnected) had.focus();
    });
  };
}
