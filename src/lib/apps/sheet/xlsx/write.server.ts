import { writeXlsx, type Cell, type CellValue, type WriteSheet } from 'hucre/xlsx';
import { Calculator } from '../calc/engine';
import { dictionary } from '../calc/vendor';
import { literalText } from '../format/edit-text';
import { toEnglish } from '../formula/translate';
import {
  DEFAULT_WIDTH,
  cellAt,
  chartsOf,
  isFormula,
  rangeName,
  styleAt,
  usedSize,
  type Sheet,
  type Workbook
} from '../workbook';
import { excelCharts } from './charts';
import { readerOf } from './reader';
import { toCellStyle } from './styles';

/** Pixels of a column → characters, as Excel counts them. */
const characters = (pixels: number): number => Math.round(((pixels - 5) / 7) * 100) / 100;

/** The workbook as .xlsx: English formulas with their computed values, formats, widths, merges, frozen panes, filter. */
export function workbookToXlsx(workbook: Workbook, nowSerial: number): Promise<Uint8Array> {
  const calculator = new Calculator(workbook, { now: () => nowSerial });
  const sheets = workbook.sheets.map((sheet) => writeSheet(sheet, calculator));
  calculator.destroy();
  return writeXlsx({ sheets, defaultFont: { name: 'Calibri', size: 11 } });
}

function writeSheet(sheet: Sheet, calculator: Calculator): WriteSheet {
  const used = usedSize(sheet);
  const height = Math.max(used.rows, sheet.styles.length);
  const cells = new Map<string, Partial<Cell>>();
  let columns = used.columns;
  for (let r = 0; r < height; r++) {
    const width = Math.max(sheet.rows[r]?.length ?? 0, sheet.styles[r]?.length ?? 0);
    for (let c = 0; c < width; c++) {
      const cell = writeCell(sheet, calculator, r, c);
      if (!cell) continue;
      cells.set(`${r},${c}`, cell);
      columns = Math.max(columns, c + 1);
    }
  }
  const hidden = sheet.filter?.hidden ?? {};
  return {
    name: sheet.name,
    columns: Array.from({ length: columns }, (_, c) => ({
      width: characters(sheet.widths[c] ?? DEFAULT_WIDTH)
    })),
    // Every cell is among the detailed ones; the rows only give the extent.
    rows: Array.from({ length: height }, () => Array<CellValue>(columns).fill(null)),
    cells,
    merges: sheet.merges.map(({ r1, c1, r2, c2 }) => ({
      startRow: r1,
      startCol: c1,
      endRow: r2,
      endCol: c2
    })),
    ...(sheet.frozen.rows || sheet.frozen.columns ? { freezePane: { ...sheet.frozen } } : {}),
    ...(sheet.filter
      ? {
          autoFilter: { range: rangeName(sheet.filter.range) },
          rowDefs: hiddenRowDefs(sheet, calculator, hidden)
        }
      : {}),
    ...(chartsOf(sheet).length ? { charts: excelCharts(sheet, readerOf(sheet, calculator)) } : {}),
    pageSetup: {
      paperSize: 'a4',
      orientation: columns > 7 ? 'landscape' : 'portrait',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0
    }
  };
}

function writeCell(sheet: Sheet, calculator: Calculator, r: number, c: number): Partial<Cell> | null {
  const own = cellAt(sheet, r, c);
  const style = styleAt(sheet, r, c);
  if (own === null && !style) return null;
  const format = style?.format ?? calculator.resultFormat(sheet, r, c) ?? 'general';
  const look = toCellStyle(style, format);
  if (!isFormula(own)) return { value: typeof own === 'string' ? literalText(own) : own, style: look };
  const shown = calculator.shown(sheet, r, c);
  const result = shown !== null && typeof shown === 'object' ? shown.error : shown;
  return {
    value: null,
    type: 'formula',
    formula: toEnglish(own, dictionary, true).slice(1),
    // An error is left to the reader to compute again.
    ...(typeof shown === 'object' ? {} : { formulaResult: result }),
    style: look
  };
}

function hiddenRowDefs(
  sheet: Sheet,
  calculator: Calculator,
  hidden: Readonly<Record<string, readonly string[]>>
) {
  const defs = new Map<number, { hidden: true }>();
  const range = sheet.filter!.range;
  for (let r = range.r1 + 1; r <= range.r2; r++) {
    const out = Object.entries(hidden).some(([column, texts]) =>
      texts.includes(calculator.displayed(sheet, r, Number(column)))
    );
    if (out) defs.set(r, { hidden: true });
  }
  return defs;
}
