import papaparse from 'papaparse';
import { readWorkbook } from './content';
import { parseInput } from './format/parse-input';
import { emptySheet, type NumberFormat, type Workbook } from './workbook';
import { xlsxToWorkbook } from './xlsx/read.server';

/** The content of a sheet file from the bytes of an .xlsx. Throws when they are not one. */
export async function importXlsx(bytes: Uint8Array): Promise<unknown> {
  return readWorkbook(await xlsxToWorkbook(bytes));
}

/** French Excel writes its .csv in Windows-1252, others in UTF-8. */
function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** The content of a sheet file from a .csv: each value as if typed, except that a leading zero keeps a number a text. */
export function importCsv(bytes: Uint8Array): Promise<unknown> {
  const { data } = papaparse.parse<string[]>(decode(bytes).replace(/^\ufeff/, ''), {
    skipEmptyLines: 'greedy'
  });
  const read = data.map((row) =>
    row.map((text) => {
      const identifier = /^0\d+$|^[=+@-]\D/.test(text);
      return parseInput(text, { format: identifier ? 'text' : 'general', currentYear: 2026 });
    })
  );
  const styles = read.map((row) =>
    row.map(({ format }): { format: NumberFormat } | null => (format ? { format } : null))
  );
  const sheet = {
    ...emptySheet('feuille-1', 'Feuil1'),
    rows: read.map((row) => row.map(({ value }) => value)),
    styles
  };
  return Promise.resolve({ sheets: [sheet] } satisfies Workbook);
}

/** The content of a sheet file from its bytes: a zip is an .xlsx, anything else a .csv. */
export const importSheet = (bytes: Uint8Array): Promise<unknown> =>
  bytes[0] === 0x50 && bytes[1] === 0x4b ? importXlsx(bytes) : importCsv(bytes);
