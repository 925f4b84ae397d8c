import type { Calculator } from '../calc/engine';
import type { CellReader } from '../chart/data';
import { styleAt, type Sheet } from '../workbook';

/** The cells of a sheet as its charts read them, by a calculator of its workbook. */
export const readerOf = (sheet: Sheet, calculator: Calculator): CellReader => ({
  shown: (r, c) => calculator.shown(sheet, r, c),
  displayed: (r, c) => calculator.displayed(sheet, r, c),
  formatOf: (r, c) => styleAt(sheet, r, c)?.format ?? calculator.resultFormat(sheet, r, c) ?? 'general'
});
