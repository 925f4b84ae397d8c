import type { SheetSession } from '../session.svelte';
import { naturalAlign } from '../format/display';
import { chartName } from '../chart/words';
import { chartsOf, DEFAULT_WIDTH, styleAt, usedSize } from '../workbook';

/** The filled part of the sheet in view as a table for paper; merged cells span, hidden rows are left out. */
export function printTable(session: SheetSession, hidden: ReadonlySet<number>): HTMLTableElement {
  const { sheet } = session;
  const used = usedSize(sheet);
  const table = document.createElement('table');
  table.style.borderCollapse = 'collapse';
  table.style.font = '10.5pt Carlito, Calibri, sans-serif';
  for (let r = 0; r < used.rows; r++) {
    if (hidden.has(r)) continue;
    const row = table.insertRow();
    for (let c = 0; c < used.columns; c++) {
      const merge = sheet.merges.find((m) => r >= m.r1 && r <= m.r2 && c >= m.c1 && c <= m.c2);
      if (merge && (merge.r1 !== r || merge.c1 !== c)) continue;
      const cell = row.insertCell();
      if (merge) {
        cell.colSpan = merge.c2 - merge.c1 + 1;
        cell.rowSpan = merge.r2 - merge.r1 + 1;
      }
      const style = styleAt(sheet, r, c);
      cell.textContent = session.displayed(r, c);
      cell.style.minWidth = `${(sheet.widths[c] ?? DEFAULT_WIDTH) * 0.75}pt`;
      cell.style.padding = '1pt 4pt';
      cell.style.textAlign = style?.align ?? naturalAlign(session.shown(r, c), session.formatOf(r, c));
      if (!style?.wrap) cell.style.whiteSpace = 'pre';
      if (style?.bold) cell.style.fontWeight = '700';
      if (style?.italic) cell.style.fontStyle = 'italic';
      if (style?.underline) cell.style.textDecoration = 'underline';
      if (style?.fill) cell.style.backgroundColor = style.fill;
      if (style?.ink) cell.style.color = style.ink;
      for (const side of style?.border ?? '') {
        const name = { t: 'Top', l: 'Left', b: 'Bottom', r: 'Right' }[side] as
          'Top' | 'Left' | 'Bottom' | 'Right';
        cell.style[`border${name}`] = '0.5pt solid #1b2433';
      }
    }
  }
  return table;
}

/** The sheet for paper: its cells, then each of its charts as it is drawn on the screen. */
export function printSheet(
  session: SheetSession,
  hidden: ReadonlySet<number>,
  drawings: readonly HTMLCanvasElement[]
): HTMLElement {
  const paper = document.createElement('div');
  paper.append(printTable(session, hidden));
  for (const chart of chartsOf(session.sheet)) {
    const drawing = drawings.find((canvas) => canvas.dataset.chart === chart.id);
    if (!drawing) continue;
    const picture = document.createElement('img');
    picture.src = drawing.toDataURL();
    picture.alt = chartName(chart);
    picture.style.display = 'block';
    picture.style.width = `${chart.place.width * 0.75}pt`;
    picture.style.maxWidth = '100%';
    picture.style.margin = '10pt 0 0';
    picture.style.breakInside = 'avoid';
    paper.append(picture);
  }
  return paper;
}
