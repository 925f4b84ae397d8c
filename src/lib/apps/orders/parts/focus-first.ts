import type { Attachment } from 'svelte/attachments';

/** Gives the focus to the first field of a form in a dialog, after the dialog itself has taken it. */
export const focusFirst: Attachment<HTMLElement> = (form) => {
  let frame = requestAnimationFrame(() => {
    frame = requestAnimationFrame(() => form.querySelector<HTMLElement>('input:not(:disabled)')?.focus());
  });
  return () => cancelAnimationFrame(frame);
};
