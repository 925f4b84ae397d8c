import type { SubmitFunction } from '@sveltejs/kit';

/**
 * A form that is sent without leaving the page: SvelteKit then puts the focus back on the page, this gives it to `target`.
 * @param done called once the page has been read again
 */
export const keepFocus =
  (target: () => HTMLElement | null | undefined, done: () => void = () => {}): SubmitFunction =>
  () =>
  async ({ update }) => {
    await update();
    done();
    target()?.focus();
  };
