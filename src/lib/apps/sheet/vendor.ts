/** The one file that knows Handsontable: a blank canvas of cells that Plateau draws, edits and fills itself. */
import Handsontable from 'handsontable/base';
import { TextEditor } from 'handsontable/editors/textEditor';
import {
  AutoColumnSize,
  Autofill,
  ContextMenu,
  CopyPaste,
  HiddenRows,
  ManualColumnResize,
  MergeCells,
  registerPlugin
} from 'handsontable/plugins';
import { registerLanguageDictionary } from 'handsontable/i18n/registry';
import french from 'handsontable/i18n/languages/fr-FR';
import { tableOfTexts } from './grid/sanitise';
import { drawCell, type CellView } from './grid/cell-view';
import type { Range } from './workbook';

for (const plugin of [
  AutoColumnSize,
  Autofill,
  ContextMenu,
  CopyPaste,
  HiddenRows,
  ManualColumnResize,
  MergeCells
]) {
  registerPlugin(plugin as never);
}
registerLanguageDictionary(french);

/** Shape of the canvas; when it changes the grid is set up again, otherwise it is only redrawn. */
export interface GridShape {
  readonly rows: number;
  readonly columns: number;
  readonly widths: readonly number[];
  readonly merges: readonly Range[];
  readonly frozen: { readonly rows: number; readonly columns: number };
  readonly hiddenRows: readonly number[];
}

/** An entry of the context menu; `null` is a line between groups. */
export type MenuEntry = { readonly name: string; run(): void } | null;

export interface GridHost {
  readonly readOnly: boolean;
  view(row: number, column: number): CellView;
  editText(row: number, column: number): string;
  onSelect(range: Range, active: { row: number; column: number }): void;
  onType(cells: readonly (readonly [row: number, column: number, text: string])[]): void;
  onFill(source: Range, target: Range): void;
  onResize(column: number, width: number): void;
  /** Table of texts that goes to the clipboard. */
  onCopy(range: Range, cut: boolean): readonly (readonly string[])[];
  onPaste(table: readonly (readonly string[])[]): void;
  /** A cell is being edited in place: its text area, or `null` when the editor closes. */
  onEditor(input: HTMLTextAreaElement | null): void;
  /** A cell is pressed while a formula is being typed; true when the formula takes the reference. */
  onPoint(range: Range): boolean;
  menu(): readonly MenuEntry[];
}

const licence = (): string =>
  document.querySelector<HTMLMetaElement>('meta[name="handsontable-license"]')?.content ||
  'non-commercial-and-evaluation';

const textOf = (value: unknown): string => (value === null || value === undefined ? '' : String(value));

const blank = (rows: number, columns: number): null[][] =>
  Array.from({ length: rows }, () => Array<null>(columns).fill(null));

/** The settings that follow the shape of a sheet. */
const shapeSettings = (shape: GridShape): Handsontable.GridSettings => ({
  colWidths: [...shape.widths],
  fixedRowsTop: shape.frozen.rows,
  fixedColumnsStart: shape.frozen.columns,
  hiddenRows: { rows: [...shape.hiddenRows], indicators: false },
  mergeCells: shape.merges.length
    ? shape.merges.map(({ r1, c1, r2, c2 }) => ({
        row: r1,
        col: c1,
        rowspan: r2 - r1 + 1,
        colspan: c2 - c1 + 1
      }))
    : true
});

/** A grid in an element. The element needs a size; the grid follows it. */
export class Grid {
  readonly #hot: Handsontable;
  readonly #host: GridHost;
  #shape: GridShape;
  #pointFrom: { row: number; col: number } | null = null;

  constructor(element: HTMLElement, host: GridHost, shape: GridShape) {
    this.#host = host;
    this.#shape = shape;
    this.#hot = new Handsontable(element, this.#settings(shape));
  }

  #settings(shape: GridShape): Handsontable.GridSettings {
    const host = this.#host;
    const settings: Handsontable.GridSettings = {
      data: blank(shape.rows, shape.columns),
      licenseKey: licence(),
      themeName: 'ht-theme-main',
      language: 'fr-FR',
      rowHeaders: true,
      colHeaders: true,
      rowHeaderWidth: 46,
      width: '100%',
      height: '100%',
      autoWrapCol: false,
      autoWrapRow: false,
      enterBeginsEditing: false,
      outsideClickDeselects: false,
      manualColumnResize: !host.readOnly,
      fillHandle: host.readOnly ? false : { autoInsertRow: false },
      undo: false,
      autoColumnSize: false,
      copyPaste: true,
      sanitizer: tableOfTexts,
      wordWrap: false,
      // Not `readOnly`, which would grey the document: a replay only has no editor, and takes no change.
      editor: host.readOnly ? false : (this.#editor() as never),
      renderer: (_hot, td, row, column) => drawCell(td, host.view(row, column)),
      contextMenu: host.readOnly ? false : { items: this.#menuItems() },
      ...shapeSettings(shape),
      ...this.#hooks()
    };
    return { ...settings, ...({ injectCoreCss: false } as object) };
  }

  #hooks(): Handsontable.GridSettings {
    const host = this.#host;
    const rangeOf = (range: {
      from: { row: number; col: number };
      to: { row: number; col: number };
    }): Range => ({
      r1: Math.max(0, Math.min(range.from.row, range.to.row)),
      c1: Math.max(0, Math.min(range.from.col, range.to.col)),
      r2: Math.max(range.from.row, range.to.row),
      c2: Math.max(range.from.col, range.to.col)
    });
    const copied = (
      data: unknown[][],
      ranges: { startRow: number; startCol: number; endRow: number; endCol: number }[],
      cut: boolean
    ) => {
      const [first] = ranges;
      if (!first) return;
      const { startRow, startCol, endRow, endCol } = first;
      const table = host.onCopy({ r1: startRow, c1: startCol, r2: endRow, c2: endCol }, cut);
      data.splice(0, data.length, ...table.map((row) => [...row]));
    };
    return {
      afterSelection: () => {
        const last = this.#hot.getSelectedRangeLast();
        if (!last) return;
        const { row, col } = last.highlight;
        host.onSelect(rangeOf(last as never), { row: Math.max(0, row ?? 0), column: Math.max(0, col ?? 0) });
      },
      beforeChange: (changes) => {
        host.onType(
          changes.flatMap((change) =>
            change ? [[change[0], Number(change[1]), textOf(change[3])] as const] : []
          )
        );
        return false;
      },
      beforeAutofill: (_data, source, target) => {
        host.onFill(rangeOf(source as never), rangeOf(target as never));
        // Handsontable's types forget that `false` cancels.
        return false as never;
      },
      afterColumnResize: (width, column) => host.onResize(column, width),
      beforeCopy: (data, ranges) => copied(data as unknown[][], ranges as never, false),
      beforeCut: (data, ranges) => copied(data as unknown[][], ranges as never, true),
      beforePaste: (data) => {
        host.onPaste((data as unknown[][]).map((row) => row.map((cell) => textOf(cell))));
        return false;
      },
      beforeOnCellMouseDown: (event, { row, col }) => {
        if (row === null || col === null || row < 0 || col < 0) return;
        this.#pointFrom = null;
        if (!host.onPoint({ r1: row, c1: col, r2: row, c2: col })) return;
        this.#pointFrom = { row, col };
        event.preventDefault();
        event.stopImmediatePropagation();
      },
      beforeOnCellMouseOver: (event, { row, col }) => {
        if (!this.#pointFrom || row === null || col === null || row < 0 || col < 0) return;
        if ((event as MouseEvent).buttons === 0) {
          this.#pointFrom = null;
          return;
        }
        event.stopImmediatePropagation();
        host.onPoint(rangeOf({ from: this.#pointFrom, to: { row, col } }));
      }
    };
  }

  /** The text editor, on the text that the user would type. */
  #editor() {
    const host = this.#host;
    return class extends TextEditor {
      override beginEditing(initial?: unknown, event?: Event): void {
        super.beginEditing(
          typeof initial === 'string' ? initial : host.editText(this.row!, this.col!),
          event
        );
      }
      override open(event?: Event): void {
        (super.open as (event?: Event) => void).call(this, event);
        host.onEditor(this.TEXTAREA as HTMLTextAreaElement);
      }
      override close(): void {
        super.close();
        host.onEditor(null);
      }
    };
  }

  #menuItems() {
    const items: Record<string, { name: string; callback?: () => void }> = {};
    this.#host.menu().forEach((entry, index) => {
      items[`entry${index}`] = entry
        ? { name: entry.name, callback: () => entry.run() }
        : { name: '---------' };
    });
    return items;
  }

  /** Draws the sheet again, with its shape when it changed. */
  show(shape: GridShape): void {
    const before = this.#shape;
    this.#shape = shape;
    if (shape === before) {
      this.#hot.render();
      return;
    }
    const resized = shape.rows !== before.rows || shape.columns !== before.columns;
    const settings = shapeSettings(shape);
    this.#hot.updateSettings(resized ? { data: blank(shape.rows, shape.columns), ...settings } : settings);
  }

  /** Selects a range and brings it in view. */
  select({ r1, c1, r2, c2 }: Range): void {
    this.#hot.selectCell(r1, c1, r2, c2);
  }

  /** Gives the keyboard back to the grid. */
  focus(): void {
    this.#hot.listen();
  }

  /** Leaves the keyboard to another field of the window. */
  blur(): void {
    this.#hot.unlisten();
  }

  /** Opens the editor of the active cell on a text. */
  edit(text: string): void {
    const editor = this.#hot.getActiveEditor() as TextEditor | undefined;
    editor?.beginEditing(text);
  }

  destroy(): void {
    this.#hot.destroy();
  }
}
