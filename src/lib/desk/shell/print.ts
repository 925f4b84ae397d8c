/**
 * Prints one element alone: a copy of it goes into a root that only the print style sheet (`print.css`) shows. An
 * element (or the first of its descendants) with `data-print="pages"` brings its own A4 margins.
 */
export function printElement(title: string, element: HTMLElement): void {
  document.querySelector('.print-root')?.remove();
  const root = document.createElement('div');
  root.className = 'print-root';
  root.setAttribute('aria-hidden', 'true');
  root.append(printableCopy(element));
  if (element.matches('[data-print="pages"]') || element.querySelector('[data-print="pages"]'))
    root.dataset.pages = '';
  document.body.append(root);
  const before = document.title;
  document.title = title;
  const done = () => {
    window.removeEventListener('afterprint', done);
    document.title = before;
    root.remove();
  };
  window.addEventListener('afterprint', done);
  window.print();
}

/** A clone with what cloning forgets: the words typed in fields, the pixels of canvases. */
export function printableCopy(element: HTMLElement): HTMLElement {
  const copy = element.cloneNode(true) as HTMLElement;
  const pairs = <E extends HTMLElement>(selector: string) => {
    const copies = [...copy.querySelectorAll<E>(selector)];
    return [...element.querySelectorAll<E>(selector)].map(
      (source, index) => [source, copies[index]!] as const
    );
  };
  for (const [source, twin] of pairs<HTMLTextAreaElement>('textarea')) twin.textContent = source.value;
  for (const [source, twin] of pairs<HTMLInputElement>('input')) twin.setAttribute('value', source.value);
  for (const [source, twin] of pairs<HTMLSelectElement>('select')) twin.selectedIndex = source.selectedIndex;
  for (const [source, twin] of pairs<HTMLCanvasElement>('canvas')) {
    const picture = document.createElement('img');
    picture.src = source.toDataURL();
    twin.replaceWith(picture);
  }
  return copy;
}
