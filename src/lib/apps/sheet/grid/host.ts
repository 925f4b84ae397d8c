import { clipOf, pasteClip, pasteText, type Clip } from '../commands/clipboard';
import { fillCells } from '../commands/fill';
import { changeGestures } from '../commands/typing';
import type { SheetActions } from '../commands/actions';
import { columnResized } from '../events';
import { editText } from '../format/edit-text';
import type { FormulaEditing } from '../formula-editing.svelte';
import type { SheetSession } from '../session.svelte';
import type { Grid, GridHost, MenuEntry } from '../vendor';
import { cellAt, rangeName, styleAt, type Range } from '../workbook';
import type { GridView } from './view-model.svelte';

/** A clipboard may give back other kinds of spaces than it took. */
const spaced = (text: string): string =>
  text
    .replace(/[^\S\t\n]+/gu, ' ')
    .replace(/ ?([\t\n]) ?/g, '$1')
    .trim();
const sameTable = (clip: Clip, table: readonly (readonly string[])[]): boolean =>
  spaced(clip.text) === spaced(table.map((row) => row.join('\t')).join('\n'));

/** Turns what happens in the grid into edits of the session. */
export function gridHost(options: {
  session: SheetSession;
  view: GridView;
  editing: FormulaEditing;
  actions: SheetActions;
  grid: () => Grid | null;
}): GridHost {
  const { session, view, editing, actions } = options;
  let clip: Clip | null = null;
  let stopFollowing: () => void = () => undefined;
  const place = () => ({ file: session.file, sheet: session.sheet.id });
  const menu = (name: string, run: () => void): MenuEntry => ({ name, run });

  return {
    readOnly: session.readOnly,
    view: (row, column) => view.cell(row, column),
    editText: (row, column) =>
      editText(cellAt(session.sheet, row, column), styleAt(session.sheet, row, column)?.format),
    onSelect(range, active) {
      session.selection = range;
      session.active = active;
    },
    onType: (cells) => session.type(...cells),
    onFill(source, target) {
      const { cells, styles } = fillCells(session.sheet, source, target);
      session.edit(...changeGestures(place(), cells, styles));
    },
    onResize: (column, width) =>
      session.edit(
        columnResized({ ...place(), column, width: Math.round(Math.min(800, Math.max(20, width))) })
      ),
    onCopy(range, cut) {
      const table = displayedTable(session, range);
      clip = clipOf(session.sheet, range, table.map((row) => row.join('\t')).join('\n'), cut);
      return table;
    },
    onPaste(table) {
      if (session.readOnly || table.length === 0) return;
      if (clip && sameTable(clip, table)) {
        const { cells, styles, target } = pasteClip(session.sheet, session.selection, clip);
        session.edit(...changeGestures(place(), cells, styles));
        options.grid()?.select(target);
      } else {
        const { typed, target } = pasteText(session.selection, table);
        session.type(...typed);
        options.grid()?.select(target);
      }
    },
    onEditor(input) {
      stopFollowing();
      stopFollowing = input ? editing.follow(input) : () => undefined;
    },
    onPoint: (range: Range) => editing.point(rangeName(range)),
    menu: () => [
      menu('Insérer des lignes au-dessus', () => actions.insertRows()),
      menu('Insérer des colonnes à gauche', () => actions.insertColumns()),
      menu('Supprimer les lignes', () => actions.removeRows()),
      menu('Supprimer les colonnes', () => actions.removeColumns()),
      null,
      menu('Effacer le contenu', () => actions.clear()),
      null,
      menu('Trier de A à Z', () => actions.sort(false)),
      menu('Trier de Z à A', () => actions.sort(true)),
      null,
      menu('Fusionner ou séparer', () => void actions.merge())
    ]
  };
}

function displayedTable(session: SheetSession, { r1, c1, r2, c2 }: Range): string[][] {
  return Array.from({ length: r2 - r1 + 1 }, (_, r) =>
    Array.from({ length: c2 - c1 + 1 }, (_, c) => session.displayed(r1 + r, c1 + c))
  );
}
