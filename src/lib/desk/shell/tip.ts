const POINTED = 'button, a[href], [role="button"], [role="tab"], summary';

/**
 * The words to show beside what is pointed at or has the keyboard: a button's `title` or, when it is a mere icon, its
 * accessible name. Empty when it already says them. A pointer gets nothing where the browser shows the `title` itself.
 */
export function tipOf(
  target: EventTarget | null,
  by: 'pointer' | 'keyboard'
): { at: Element; text: string } | null {
  const at = target instanceof Element ? target.closest(POINTED) : null;
  if (!at) return null;
  const title = at.getAttribute('title') ?? '';
  if (title && by === 'pointer') return null;
  const said = at.textContent.trim();
  const text = title || (said === '' ? (at.getAttribute('aria-label') ?? '') : '');
  return text !== '' && text !== said ? { at, text } : null;
}
