/** The part of the grid where cells show, from the edges of its element, and how far it has scrolled, in pixels. */
export interface GridWindow {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly x: number;
  readonly y: number;
}

/** Tells where the cells of the grid in `canvas` show, now and at each scroll or resize. Returns what ends it. */
export function followGrid(canvas: HTMLElement, tell: (port: GridWindow) => void): () => void {
  let asked = 0;
  const read = () => {
    asked = 0;
    const holder = canvas.querySelector<HTMLElement>('.ht_master .wtHolder');
    if (!holder) return;
    const corner = canvas.querySelector<HTMLElement>('.ht_master thead tr th:first-child');
    tell({
      left: corner?.offsetWidth ?? 0,
      top: corner?.offsetHeight ?? 0,
      right: Math.max(0, holder.offsetWidth - holder.clientWidth),
      bottom: Math.max(0, holder.offsetHeight - holder.clientHeight),
      x: holder.scrollLeft,
      y: holder.scrollTop
    });
  };
  const ask = () => {
    asked ||= requestAnimationFrame(read);
  };
  read();
  canvas.addEventListener('scroll', ask, { capture: true, passive: true });
  const resized = new ResizeObserver(ask);
  resized.observe(canvas);
  return () => {
    cancelAnimationFrame(asked);
    canvas.removeEventListener('scroll', ask, { capture: true });
    resized.disconnect();
  };
}
