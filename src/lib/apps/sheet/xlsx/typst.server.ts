import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { Calculator } from '../calc/engine';
import { naturalAlign } from '../format/display';
import { chartData } from '../chart/data';
import { chartSvg } from '../chart/svg';
import { chartName } from '../chart/words';
import { readerOf } from './reader';
import { chartsOf, DEFAULT_WIDTH, styleAt, usedSize, type Sheet, type Workbook } from '../workbook';

/** What the template draws of a cell. */
interface PrintedCell {
  readonly text: string;
  readonly align: 'left' | 'center' | 'right';
  readonly bold: boolean;
  readonly italic: boolean;
  readonly fill: string | null;
  readonly columns: number;
  readonly rows: number;
}

const TEMPLATE = `
#set page(paper: "a4", flipped: true, margin: 15mm, numbering: "1 / 1")
#set text(font: ("Carlito", "Calibri", "Libertinus Serif"), size: 9pt, lang: "fr")
#let aligns = (left: left, center: center, right: right)
#for (index, sheet) in json(bytes(sys.inputs.workbook)).enumerate() {
  if index > 0 { pagebreak() }
  heading(sheet.name)
  table(
    columns: sheet.widths.map(w => w * 1fr),
    stroke: 0.4pt + rgb("#b9c3d2"),
    inset: 3pt,
    ..sheet.cells.map(c => table.cell(
      colspan: c.columns, rowspan: c.rows, align: aligns.at(c.align),
      fill: if c.fill == none { none } else { rgb(c.fill) },
      text(weight: if c.bold { 700 } else { 400 }, style: if c.italic { "italic" } else { "normal" }, c.text)
    ))
  )
  for chart in sheet.charts {
    block(breakable: false, image(bytes(chart.svg), format: "svg", alt: chart.name, width: calc.min(chart.width * 0.75, 750) * 1pt))
  }
}
`;

/** The filled part of each sheet as a table of what it shows, then its charts. */
export function typesetWorkbook(workbook: Workbook, nowSerial: number): Uint8Array {
  const calculator = new Calculator(workbook, { now: () => nowSerial });
  const sheets = workbook.sheets
    .filter((sheet) => usedSize(sheet).rows > 0)
    .map((sheet) => ({
      name: sheet.name,
      charts: chartsOf(sheet).map((chart) => ({
        name: chartName(chart),
        width: chart.place.width,
        svg: chartSvg(chart, chartData(readerOf(sheet, calculator), chart.range))
      })),
      ...printedSheet(sheet, calculator)
    }));
  calculator.destroy();
  return new Uint8Array(
    NodeCompiler.create().pdf({ mainFileContent: TEMPLATE, inputs: { workbook: JSON.stringify(sheets) } })
  );
}

function printedSheet(sheet: Sheet, calculator: Calculator): { widths: number[]; cells: PrintedCell[] } {
  const used = usedSize(sheet);
  const cells: PrintedCell[] = [];
  for (let r = 0; r < used.rows; r++) {
    for (let c = 0; c < used.columns; c++) {
      const merge = sheet.merges.find((m) => r >= m.r1 && r <= m.r2 && c >= m.c1 && c <= m.c2);
      if (merge && (merge.r1 !== r || merge.c1 !== c)) continue;
      const style = styleAt(sheet, r, c);
      const shown = calculator.shown(sheet, r, c);
      cells.push({
        text: calculator.displayed(sheet, r, c),
        align: style?.align ?? naturalAlign(shown, style?.format),
        bold: style?.bold ?? false,
        italic: style?.italic ?? false,
        fill: style?.fill ?? null,
        columns: merge ? Math.min(merge.c2, used.columns - 1) - c + 1 : 1,
        rows: merge ? Math.min(merge.r2, used.rows - 1) - r + 1 : 1
      });
    }
  }
  const widths = Array.from({ length: used.columns }, (_, c) => sheet.widths[c] ?? DEFAULT_WIDTH);
  return { widths, cells };
}
