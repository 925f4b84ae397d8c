import type { Browser } from '@playwright/test';
import { figure, type Figure } from '../figures';
import { openDesk, probe, profileOf } from '../world/browser';
import { bigSheet, sumOfRow } from '../world/documents';
import { write, type Seat } from '../world/seats';

const NAME = 'Registre.xlsx';

/**
 * A workbook of 10,000 × 20 cells and 20,000 formulas, from the icon of the spreadsheet to the first sums on screen:
 * program, contents, calculation and drawing. The time to choose the file is left out.
 */
export async function sheet(browser: Browser, seat: Seat): Promise<readonly Figure[]> {
  await write(seat, 'bench-sheet', bigSheet(NAME));
  const context = await profileOf(browser, seat);
  const page = await openDesk(context, seat);
  const program = await probe(page, "open('sheet')");
  const file = await probe(page, `openFile('sheet', '${NAME}', 'td', '${sumOfRow(3)}')`);
  console.log(
    `  program and contents ${program.toFixed(0)} ms, calculation and drawing ${file.toFixed(0)} ms`
  );
  await context.close();
  return [figure('open-sheet-10000x20', program + file, 'ms', 2_000)];
}
