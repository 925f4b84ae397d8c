const GAP = 8;

/** Where a pop-up hangs from the button that opens it. */
export interface Hanging {
  readonly side: 'top' | 'bottom';
  /** Which edges meet: the left ones (`start`) or the right ones (`end`). */
  readonly align: 'start' | 'end';
}

/**
 * Attaches to an element with `popover`: each time it opens, it hangs from the button whose `popovertarget` names it,
 * on the wished side or on the other one when that has more room for it.
 */
export function hang({ side, align }: Hanging): (popup: HTMLElement) => () => void {
  return (popup) => {
    const place = (event: ToggleEvent) => {
      const button = document.querySelector(`[popovertarget="${CSS.escape(popup.id)}"]`);
      if (event.newState !== 'open' || !button) return;
      const { left, right, top, bottom } = button.getBoundingClientRect();
      const { innerWidth, innerHeight } = window;
      const above = top - 2 * GAP;
      const below = innerHeight - bottom - 2 * GAP;
      const onTop = side === 'top' ? above >= below / 2 : above > 2 * below;
      const fromRight = align === 'end' || left > innerWidth / 2;
      Object.assign(popup.style, {
        top: onTop ? 'auto' : `${bottom + GAP}px`,
        bottom: onTop ? `${innerHeight - top + GAP}px` : 'auto',
        left: fromRight ? 'auto' : `${Math.max(GAP, left)}px`,
        right: fromRight ? `${Math.max(GAP, innerWidth - right)}px` : 'auto',
        maxHeight: `${onTop ? above : below}px`
      });
    };
    popup.addEventListener('beforetoggle', place);
    return () => popup.removeEventListener('beforetoggle', place);
  };
}
