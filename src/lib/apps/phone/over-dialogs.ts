/** The modal dialogs of the desk; the veil of a pause and the tour, which nothing may disturb, do not say `aria-modal`. */
const MODAL = 'dialog[open][aria-modal="true"]';

/**
 * Attaches to an element that must stay within reach while a modal dialog is open: the platform makes all that is
 * outside of the dialog inert, so the element lives in the newest one (with `data-over-dialog`) and comes back to its
 * own place when that closes. The keyboard stays where it is.
 */
export function overDialogs(node: HTMLElement): () => void {
  const home = node.parentElement;
  const place = () => {
    const dialog = [...document.querySelectorAll<HTMLElement>(MODAL)].at(-1);
    const target = dialog ?? home;
    node.toggleAttribute('data-over-dialog', dialog !== undefined);
    if (target && node.parentElement !== target) target.append(node);
  };
  place();
  // Dialogs are children of <body>, opened and removed there.
  const observer = new MutationObserver(place);
  observer.observe(document.body, {
    childList: true,
    attributes: true,
    attributeFilter: ['open'],
    subtree: true
  });
  return () => {
    observer.disconnect();
    node.remove();
  };
}
