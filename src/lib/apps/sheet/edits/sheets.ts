import { renameSheet } from '../formula/references';
import { emptySheet, type Workbook } from '../workbook';
import { rewriteFormulas } from './structure';

const taken = (workbook: Workbook, name: string, except?: string): boolean =>
  workbook.sheets.some(
    (sheet) => sheet.id !== except && sheet.name.toLocaleLowerCase('fr') === name.toLocaleLowerCase('fr')
  );

/** The workbook with an empty sheet at `at`; unchanged when its id or its name is taken. */
export function addSheet(workbook: Workbook, id: string, name: string, at: number): Workbook {
  if (taken(workbook, name) || workbook.sheets.some((sheet) => sheet.id === id)) return workbook;
  return { sheets: workbook.sheets.toSpliced(at, 0, emptySheet(id, name)) };
}

/** The workbook with a renamed sheet, references included; unchanged when the name is taken. */
export function nameSheet(workbook: Workbook, id: string, name: string): Workbook {
  const sheet = workbook.sheets.find((candidate) => candidate.id === id);
  if (!sheet || taken(workbook, name, id)) return workbook;
  const followed = rewriteFormulas(workbook, (formula) => renameSheet(formula, sheet.name, name));
  return { sheets: followed.sheets.map((item) => (item.id === id ? { ...item, name } : item)) };
}

/** The workbook without a sheet; references to it become `#REF!`. The last sheet stays. */
export function removeSheet(workbook: Workbook, id: string): Workbook {
  const sheet = workbook.sheets.find((candidate) => candidate.id === id);
  if (!sheet || workbook.sheets.length === 1) return workbook;
  const rest = { sheets: workbook.sheets.filter((item) => item !== sheet) };
  return rewriteFormulas(rest, (formula) => renameSheet(formula, sheet.name, null));
}

export function moveSheet(workbook: Workbook, id: string, at: number): Workbook {
  const sheet = workbook.sheets.find((candidate) => candidate.id === id);
  if (!sheet) return workbook;
  return { sheets: workbook.sheets.filter((item) => item !== sheet).toSpliced(at, 0, sheet) };
}

/** First free name: `Feuil1`, `Feuil2`… */
export function freeSheetName(workbook: Workbook): string {
  for (let n = 1; ; n++) if (!taken(workbook, `Feuil${n}`)) return `Feuil${n}`;
}

/** The name is free (for this sheet, when `except` is its id). */
export const sheetNameIsFree = (workbook: Workbook, name: string, except?: string): boolean =>
  !taken(workbook, name, except);
