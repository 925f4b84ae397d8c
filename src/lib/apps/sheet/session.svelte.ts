import type { Gesture } from '../../log/entry';
import type { DeskPort } from '../../desk/port';
import { Calculator } from './calc/engine';
import { typeCells, type TypedCell } from './commands/typing';
import { shapeInverse } from './commands/inverse';
import { sheetDiff } from './edits/diff';
import { displayText, type Shown } from './format/display';
import { serialOfMs } from './format/serial';
import type { SheetState } from './model';
import { emptyWorkbook, styleAt, type NumberFormat, type Range, type Sheet, type Workbook } from './workbook';

interface UndoStep {
  readonly before: Workbook;
  readonly gestures: readonly Gesture[];
  readonly sheet: string;
}

/** One open workbook: which sheet and cells are selected, what can be undone, and the computed values. */
export class SheetSession {
  readonly desk: DeskPort;
  readonly file: string;
  readonly readOnly: boolean;
  /** Id of the sheet in view; may be gone after an undo, hence `sheet`. */
  sheetId = $state('');
  selection = $state.raw<Range>({ r1: 0, c1: 0, r2: 0, c2: 0 });
  active = $state.raw({ row: 0, column: 0 });
  readonly workbook: Workbook = $derived.by(() => this.#read());
  readonly sheet: Sheet = $derived(
    this.workbook.sheets.find(({ id }) => id === this.sheetId) ?? this.workbook.sheets[0]!
  );
  #undo = $state.raw<readonly UndoStep[]>([]);
  #redo = $state.raw<readonly UndoStep[]>([]);
  readonly #fixed: Workbook | null;
  #calculator: Calculator | null = null;

  /** `fixed` is a workbook that is shown without being a file: an attachment. */
  constructor(desk: DeskPort, file: string, fixed: Workbook | null = null) {
    this.desk = desk;
    this.file = file;
    this.#fixed = fixed;
    this.readOnly = desk.readOnly || fixed !== null;
  }

  #read(): Workbook {
    return this.#fixed ?? this.desk.state<SheetState>('sheet').workbooks[this.file] ?? emptyWorkbook();
  }

  get canUndo(): boolean {
    return this.#undo.length > 0;
  }
  get canRedo(): boolean {
    return this.#redo.length > 0;
  }
  get currentYear(): number {
    return new Date(this.desk.clock.story()).getUTCFullYear();
  }

  /** What a cell of the sheet in view shows. */
  shown(row: number, column: number): Shown {
    return this.#calc().shown(this.sheet, row, column);
  }
  /** Format by which a cell is shown: its own, else what its formula's result brings. */
  formatOf(row: number, column: number): NumberFormat {
    const own = styleAt(this.sheet, row, column)?.format;
    return own ?? this.#calc().resultFormat(this.sheet, row, column) ?? 'general';
  }
  displayed(row: number, column: number): string {
    return displayText(this.shown(row, column), this.formatOf(row, column));
  }

  #calc(): Calculator {
    const workbook = this.#read();
    this.#calculator ??= new Calculator(workbook, { now: () => serialOfMs(this.desk.clock.story()) });
    this.#calculator.update(workbook);
    return this.#calculator;
  }

  /** Computes what the first drawing did not need, so that scrolling and editing find it done. */
  complete(): void {
    this.#calculator?.complete();
  }

  /** Records gestures as one step that can be undone. */
  edit(...gestures: readonly Gesture[]): void {
    if (this.readOnly || gestures.length === 0) return;
    const before = this.#read();
    this.desk.record(...gestures);
    if (this.#read() === before) return;
    this.#undo = [...this.#undo.slice(-99), { before, gestures, sheet: this.sheet.id }];
    this.#redo = [];
  }

  /** Types texts in cells of the sheet in view. */
  type(...cells: readonly TypedCell[]): void {
    this.edit(...typeCells(this.file, this.sheet, cells, this.currentYear));
  }

  undo(): void {
    const step = this.#undo.at(-1);
    if (!step || this.readOnly) return;
    const shape = [...step.gestures].reverse().flatMap((gesture) => shapeInverse(step.before, gesture));
    if (shape.length) this.desk.record(...shape);
    const now = this.#read();
    const rest = step.before.sheets.flatMap((before) => {
      const current = now.sheets.find(({ id }) => id === before.id);
      return current && current !== before ? sheetDiff(this.file, current, before) : [];
    });
    if (rest.length) this.desk.record(...rest);
    this.#undo = this.#undo.slice(0, -1);
    this.#redo = [...this.#redo, step];
    this.sheetId = step.sheet;
  }

  redo(): void {
    const step = this.#redo.at(-1);
    if (!step || this.readOnly) return;
    this.sheetId = step.sheet;
    this.desk.record(...step.gestures);
    this.#redo = this.#redo.slice(0, -1);
    this.#undo = [...this.#undo, step];
  }

  close(): void {
    this.#calculator?.destroy();
    this.#calculator = null;
  }
}
