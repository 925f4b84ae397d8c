import { listIn, mapIn, textIn } from '../document/loose';

/** The cells of the first sheet of a workbook as texts, numbers with a comma; its empty rows left out. */
export function cellsOf(workbook: unknown): readonly (readonly string[])[] {
  const [sheet] = listIn(mapIn(workbook)['sheets']);
  return listIn(mapIn(sheet)['rows'])
    .map((row) =>
      listIn(row).map((cell) =>
        typeof cell === 'number' ? String(cell).replace('.', ',') : textIn(cell).trim()
      )
    )
    .filter((row) => row.some((cell) => cell !== ''));
}
