import { naturalAlign, type Shown } from '../format/display';
import type { NumberFormat, Style } from '../workbook';

/** All that the grid needs to draw one cell. */
export interface CellView {
  readonly text: string;
  readonly shown: Shown;
  readonly format: NumberFormat;
  readonly style: Style | null;
  /** Sides with a line, among `tlbr`: its own, and those that its neighbours have against it. */
  readonly edges: string;
  /** Pixels that a text may take over the empty cells at its right; its own width when there is none. */
  readonly room: number;
  readonly width: number;
  /** The cell names a filtered column: `on` when some of its rows are hidden. */
  readonly filter?: { readonly column: number; readonly on: boolean };
}

/** Width of a figure in the grid's face, and of the two paddings. */
const DIGIT = 7.2;
const PADDING = 14;
const SIDES = { t: 'Top', b: 'Bottom', l: 'Left', r: 'Right' } as const;

/** Excel fills a number that does not fit with `#`. */
const fits = ({ text, width }: CellView): boolean => text.length * DIGIT + PADDING <= width + DIGIT;

/** Draws a cell; the grid gives a blank `td` each time. */
export function drawCell(td: HTMLTableCellElement, view: CellView): void {
  const { text, shown, format, style } = view;
  const align = style?.align ?? naturalAlign(shown, format);
  const isNumber = typeof shown === 'number' && format !== 'text';
  const shownText =
    isNumber && !fits(view) && !style?.wrap
      ? '#'.repeat(Math.max(2, Math.floor((view.width - PADDING) / DIGIT)))
      : text;
  td.classList.add('cell');
  td.style.textAlign = align;
  if (style?.bold) td.style.fontWeight = '700';
  if (style?.italic) td.style.fontStyle = 'italic';
  if (style?.underline) td.style.textDecoration = 'underline';
  if (style?.fill) td.style.backgroundColor = style.fill;
  if (style?.ink) td.style.color = style.ink;
  if (style?.wrap) td.classList.add('wrap');
  if (shown !== null && typeof shown === 'object') td.classList.add('error');
  for (const side of view.edges) {
    td.style[`border${SIDES[side as keyof typeof SIDES]}`] = '1px solid var(--cell-border)';
  }
  if (
    !isNumber &&
    align === 'left' &&
    !style?.wrap &&
    view.room > view.width &&
    text.length * 6 > view.width
  ) {
    const spill = document.createElement('span');
    spill.className = 'spill';
    spill.style.maxWidth = `${view.room - PADDING}px`;
    spill.textContent = text;
    td.classList.add('spilling');
    td.replaceChildren(spill);
  } else {
    td.textContent = shownText;
  }
  if (view.filter) td.append(filterButton(view.filter, text));
}

function filterButton({ column, on }: NonNullable<CellView['filter']>, name: string): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = on ? 'filter on' : 'filter';
  button.dataset.filterColumn = String(column);
  button.tabIndex = -1;
  button.setAttribute('aria-label', `Filtrer ${name}`);
  button.textContent = '▾';
  return button;
}
