import { DetailedCellError, type HyperFormula, type RawCellContent } from 'hyperformula';
import { createEngine } from './vendor';
import { firstLook, isInFirstLook } from './first-look';
import type { CalcContext } from './functions';
import { literalText } from '../format/edit-text';
import {
  isFormula,
  styleAt,
  type NumberFormat,
  type Row,
  type Scalar,
  type Sheet,
  type Workbook
} from '../workbook';
import { displayText, type Shown } from '../format/display';

/** Past this many changed cells a sheet is given again whole. */
const REFILL = 4000;
const TYPES: Readonly<Record<string, NumberFormat>> = {
  NUMBER_DATE: 'date',
  NUMBER_DATETIME: 'date',
  NUMBER_TIME: 'time',
  NUMBER_PERCENT: 'percent:0',
  NUMBER_CURRENCY: 'euro:2'
};

/** Texts go in behind an apostrophe, or the engine would read numbers in them. */
const toEngine = (value: Scalar | null): RawCellContent =>
  typeof value === 'string' && !isFormula(value) ? `'${literalText(value)}` : value;
const rowToEngine = (row: Row): RawCellContent[] => row.map(toEngine);

const engineOf = (workbook: Workbook, context: CalcContext): HyperFormula =>
  createEngine(
    Object.fromEntries(workbook.sheets.map(({ name, rows }) => [name, rows.map(rowToEngine)] as const)),
    context
  );

/**
 * Computes a workbook and follows its versions, giving the engine only what changed. A large one is computed in two times:
 * what its window shows first, then everything, when it is asked for, changed, or `complete` is called.
 */
export class Calculator {
  #engine: HyperFormula;
  #workbook: Workbook;
  #whole: boolean;
  readonly #context: CalcContext;

  constructor(workbook: Workbook, context: CalcContext) {
    this.#context = context;
    this.#workbook = workbook;
    const look = firstLook(workbook);
    this.#whole = look === null;
    this.#engine = engineOf(look ?? workbook, context);
  }

  /** False as long as only the first look is computed. */
  get isWhole(): boolean {
    return this.#whole;
  }

  /** Computes everything, unless that is done: about 0.05 ms for each formula. */
  complete(): void {
    if (!this.#whole) this.#rebuild();
  }

  #rebuild(): void {
    this.#engine.destroy();
    this.#engine = engineOf(this.#workbook, this.#context);
    this.#whole = true;
  }

  /** Takes the next version of the workbook. */
  update(next: Workbook): void {
    const before = this.#workbook;
    if (next === before) return;
    this.#workbook = next;
    if (!this.#whole) return this.#rebuild();
    const names = ({ sheets }: Workbook) => sheets.map(({ id, name }) => `${id} ${name}`).join('\n');
    if (names(before) === names(next)) {
      next.sheets.forEach((sheet, index) => this.#follow(before.sheets[index]!, sheet));
      return;
    }
    this.#rebuild();
  }

  #follow(before: Sheet, after: Sheet): void {
    if (before.rows === after.rows) return;
    const sheet = this.#engine.getSheetId(after.name)!;
    const changes: [row: number, col: number, value: Scalar | null][] = [];
    for (let r = 0; r < Math.max(before.rows.length, after.rows.length); r++) {
      const [a, b] = [before.rows[r] ?? [], after.rows[r] ?? []];
      if (a === b) continue;
      for (let c = 0; c < Math.max(a.length, b.length); c++) {
        const value = b[c] ?? null;
        if ((a[c] ?? null) !== value) changes.push([r, c, value]);
      }
    }
    if (changes.length > REFILL) {
      this.#engine.setSheetContent(sheet, after.rows.map(rowToEngine));
      return;
    }
    // Not `batch`: the engine would look through all of it again at each cell, for an undo that nobody asks of it.
    this.#engine.suspendEvaluation();
    for (const [row, col, value] of changes)
      this.#engine.setCellContents({ sheet, row, col }, [[toEngine(value)]]);
    this.#engine.resumeEvaluation();
  }

  /** What a cell shows: its own value, or what its formula gives. */
  shown(sheet: Sheet, row: number, col: number): Shown {
    const own = sheet.rows[row]?.[col] ?? null;
    if (typeof own === 'number' || typeof own === 'boolean') return own;
    if (typeof own === 'string' && !isFormula(own)) return literalText(own);
    // An empty cell shows what a formula beside it may have spread there; those of a first look do not.
    if (!this.#whole && own === null) return null;
    this.#reach(sheet, row, col);
    const id = this.#engine.getSheetId(sheet.name);
    if (id === undefined) return null;
    const value = this.#engine.getCellValue({ sheet: id, row, col });
    if (value instanceof DetailedCellError) return { error: value.value };
    // An empty cell that a formula points to counts for zero, as in Excel.
    return value ?? (own === null ? null : 0);
  }

  /** Format that a formula's result brings with it (a date, a percentage…), for cells in « Standard ». */
  resultFormat(sheet: Sheet, row: number, col: number): NumberFormat | null {
    if (!isFormula(sheet.rows[row]?.[col] ?? null)) return null;
    this.#reach(sheet, row, col);
    const id = this.#engine.getSheetId(sheet.name);
    if (id === undefined) return null;
    return TYPES[this.#engine.getCellValueDetailedType({ sheet: id, row, col })] ?? null;
  }

  /** Makes sure that the engine knows a formula. */
  #reach(sheet: Sheet, row: number, col: number): void {
    if (!this.#whole && !isInFirstLook(this.#workbook, sheet.id, row, col)) this.#rebuild();
  }

  /** Text of a cell, as on screen. */
  displayed(sheet: Sheet, row: number, col: number): string {
    const format = styleAt(sheet, row, col)?.format ?? this.resultFormat(sheet, row, col) ?? 'general';
    return displayText(this.shown(sheet, row, col), format);
  }

  destroy(): void {
    this.#engine.destroy();
  }
}
