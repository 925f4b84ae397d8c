import type { FactsOf } from '../../desk/app-model';
import type { TreeState } from '../../desk/files/model';
import { cellsChanged, chartAdded, chartChanged, formatSet } from './events';
import type { SheetState } from './model';
import { columnName, isFormula, rangeName, type ChartKind } from './workbook';

const CHART_KINDS: Readonly<Record<ChartKind, string>> = {
  column: 'histogramme',
  bar: 'barres',
  line: 'courbe',
  pie: 'secteurs'
};

/** Typing is reported cell by cell up to this many; a larger paste is one fact. */
const CELLS_TOLD = 20;

/**
 * What a spreadsheet event tells the script and the evidence.
 * - `tableur.cellule_modifiee`: `fichier` (name), `feuille`, `cellule` (`B4`), `valeur`, `formule` (true or false)
 * - `tableur.plage_modifiee`: `fichier`, `feuille`, `cellules` (count), for a paste, a fill or a sort
 * - `tableur.mise_en_forme`: `fichier`, `feuille`, and the members set (`format`, `gras`…)
 * - `tableur.graphique`: `fichier`, `feuille`, `type` (histogramme, barres, courbe, secteurs), `plage` (`A1:C5`), `titre`
 */
export const factsOf: FactsOf = (event, desk) => {
  const { file, sheet } = (event.d ?? {}) as { file?: string; sheet?: string };
  if (!event.type.startsWith('sheet.') || !file) return [];
  const place = {
    fichier: desk.state<TreeState>('tree').files[file]?.name ?? '',
    feuille:
      desk.state<SheetState>('sheet').workbooks[file]?.sheets.find(({ id }) => id === sheet)?.name ?? ''
  };
  if (cellsChanged.is(event)) {
    const { cells } = event.d;
    if (cells.length > CELLS_TOLD)
      return [{ fait: 'tableur.plage_modifiee', ...place, cellules: cells.length }];
    return cells.map(([r, c, value]) => ({
      fait: 'tableur.cellule_modifiee',
      ...place,
      cellule: `${columnName(c)}${r + 1}`,
      valeur: value,
      formule: isFormula(value)
    }));
  }
  if (formatSet.is(event)) {
    const { format, bold } = event.d.style;
    return [{ fait: 'tableur.mise_en_forme', ...place, format: format ?? null, gras: bold ?? false }];
  }
  if (chartAdded.is(event) || chartChanged.is(event)) {
    const { kind, range, title } = event.d.chart;
    const type = CHART_KINDS[kind];
    return [{ fait: 'tableur.graphique', ...place, type, plage: rangeName(range), titre: title }];
  }
  return [];
};
