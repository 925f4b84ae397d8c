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

/** Past this many changed cells a new engine costs less than to change the one that is there. */
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

const withFormula = new WeakMap<Row, boolean>();
const rowHasFormula = (row: Row): boolean => {
  const known = withFormula.get(row) ?? row.some(isFormula);
  withFormula.set(row, known);
  return known;
};
const hasFormula = ({ sheets }: Workbook): boolean => sheets.some(({ rows }) => rows.some(rowHasFormula));

/**
 * Computes a workbook and follows its versions, giving the engine only what changed. A large one is computed in two times:
 * what its window shows first, then everything, when it is asked for, changed, or `complete` is called.
 */
export class Calculator {
  #engine: HyperFormula;
  #workbook: Workbook;
  /** What the engine holds: it is brought to the workbook when a computed value is asked for. */
  #computed: Workbook;
  /** A workbook without formulas shows what it holds: nothing to compute. */
  #formulas: boolean;
  #whole: boolean;
  readonly #context: CalcContext;

  constructor(workbook: Workbook, context: CalcContext) {
    this.#context = context;
    this.#workbook = workbook;
    this.#computed = workbook;
    this.#formulas = hasFormula(workbook);
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
    this.#computed = this.#workbook;
    this.#whole = true;
  }

  /** Takes the next version of the workbook. */
  update(next: Workbook): void {
    if (next === this.#workbook) return;
    this.#workbook = next;
    this.#formulas = hasFormula(next);
    if (!this.#whole) this.#rebuild();
  }

  #catchUp(): void {
    const [before, next] = [this.#computed, this.#workbook];
    if (before === next) return;
    const names = ({ sheets }: Workbook) => sheets.map(({ id, name }) => `${id} ${name}`).join('\n');
    if (names(before) !== names(next)) return this.#rebuild();
    this.#computed = next;
    if (!next.sheets.every((sheet, index) => this.#follow(before.sheets[index]!, sheet))) this.#rebuild();
  }

  /** False when so much has changed that the engine had better be made again. */
  #follow(before: Sheet, after: Sheet): boolean {
    if (before.rows === after.rows) return true;
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
    if (changes.length > REFILL) return false;
    // Not `batch`: the engine would look through all of it again at each cell, for an undo that nobody asks of it.
    this.#engine.suspendEvaluation();
    for (const [row, col, value] of changes)
      this.#engine.setCellContents({ sheet, row, col }, [[toEngine(value)]]);
    this.#engine.resumeEvaluation();
    return true;
  }

  /** What a cell shows: its own value, or what its formula gives. */
  shown(sheet: Sheet, row: number, col: number): Shown {
    const own = sheet.rows[row]?.[col] ?? null;
    if (typeof own === 'number' || typeof own === 'boolean') return own;
    if (typeof own === 'string' && !isFormula(own)) return literalText(own);
    // An empty cell shows what a formula beside it may have spread there; those of a first look do not.
    if (own === null && !(this.#whole && this.#formulas)) return null;
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
    this.#catchUp();
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
