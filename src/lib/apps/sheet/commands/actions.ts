import * as events from '../events';
import { decimalsOf } from '../format/display';
import { formatDate } from '../format/display';
import { serialOfMs } from '../format/serial';
import { patchStyle } from '../edits/styles';
import type { StylePatch } from '../schemas';
import type { SheetSession } from '../session.svelte';
import { cellAt, inRange, styleAt, type NumberFormat, type Range } from '../workbook';
import { autoSum } from './autosum';
import { copyCells } from './fill';
import { hasHeader, regionAround, sortRows } from './sort';
import { changeGestures, type StyleChange } from './typing';

export type BorderKind = 'all' | 'outer' | 'bottom' | 'none';

const overlaps = (a: Range, b: Range): boolean =>
  a.r1 <= b.r2 && b.r1 <= a.r2 && a.c1 <= b.c2 && b.c1 <= a.c2;

/** What the toolbar, the menu and the shortcuts do on the selection. */
export class SheetActions {
  constructor(private readonly session: SheetSession) {}

  get #place() {
    return { file: this.session.file, sheet: this.session.sheet.id };
  }

  /** Adds a look to the selection. */
  style(style: StylePatch): void {
    this.session.edit(events.formatSet({ ...this.#place, range: this.session.selection, style }));
  }

  /** Turns bold, italic or underline on, or off when the active cell has it. */
  toggle(member: 'bold' | 'italic' | 'underline' | 'wrap'): void {
    const { active, sheet } = this.session;
    this.style({ [member]: styleAt(sheet, active.row, active.column)?.[member] ? null : true });
  }

  format(format: NumberFormat): void {
    this.style({ format: format === 'general' ? null : format });
  }

  /** One decimal more or less than the active cell shows. */
  decimals(step: 1 | -1): void {
    const { active } = this.session;
    const format = this.session.formatOf(active.row, active.column);
    const family = /^(number|euro|percent)/.exec(format)?.[1] ?? 'number';
    const shown =
      this.session.displayed(active.row, active.column).split(',')[1]?.replace(/\D/g, '').length ?? 0;
    const current = format.includes(':') ? decimalsOf(format) : shown;
    this.format(`${family}:${Math.min(10, Math.max(0, current + step))}` as NumberFormat);
  }

  border(kind: BorderKind): void {
    const { r1, c1, r2, c2 } = this.session.selection;
    if (kind === 'none' || kind === 'all') return this.style({ border: kind === 'all' ? 'tlbr' : null });
    const { sheet } = this.session;
    const cells: StyleChange[] = [];
    for (let r = r1; r <= r2; r++) {
      for (let c = c1; c <= c2; c++) {
        const style = styleAt(sheet, r, c);
        const has = new Set(style?.border ?? '');
        if (r === r2) has.add('b');
        if (kind === 'outer') {
          if (r === r1) has.add('t');
          if (c === c1) has.add('l');
          if (c === c2) has.add('r');
        }
        cells.push([
          r,
          c,
          patchStyle(style, { border: [...'tlbr'].filter((side) => has.has(side)).join('') })
        ]);
      }
    }
    this.session.edit(...changeGestures(this.#place, [], cells));
  }

  /** Copies the first line of the selection over the others, downwards or to the right. */
  fill(direction: 'down' | 'right'): void {
    const { cells, styles } = copyCells(this.session.sheet, this.session.selection, direction);
    this.session.edit(...changeGestures(this.#place, cells, styles));
  }

  /** Merges and centres the selection, or separates what is merged in it. Asks before values are lost. */
  async merge(): Promise<void> {
    const { selection, sheet } = this.session;
    const rest = sheet.merges.filter((merge) => !overlaps(merge, selection));
    if (rest.length < sheet.merges.length) {
      this.session.edit(events.mergesSet({ ...this.#place, merges: rest }));
      return;
    }
    const { r1, c1, r2, c2 } = selection;
    if (r1 === r2 && c1 === c2) return;
    const lost: [number, number, null][] = [];
    for (let r = r1; r <= r2; r++) {
      for (let c = c1; c <= c2; c++)
        if ((r > r1 || c > c1) && cellAt(sheet, r, c) !== null) lost.push([r, c, null]);
    }
    const kept =
      lost.length === 0 ||
      (await this.session.desk.shell.confirm({
        title: 'Ne garder que la première valeur\u00a0?',
        body: 'La fusion garde la valeur de la cellule en haut à gauche et efface les autres.',
        confirm: 'Fusionner',
        danger: true
      }));
    if (!kept) return;
    this.session.edit(
      ...changeGestures(this.#place, lost),
      events.mergesSet({ ...this.#place, merges: [...rest, { ...selection }] }),
      events.formatSet({ ...this.#place, range: { r1, c1, r2: r1, c2: c1 }, style: { align: 'center' } })
    );
  }

  autoSum(): void {
    this.session.type(...autoSum(this.session.sheet, this.session.selection));
  }

  /** Sorts the block around the active cell, or the selection, by the active column; a row of headings stays. */
  sort(descending: boolean): void {
    const { sheet, selection, active } = this.session;
    const single = selection.r1 === selection.r2;
    const block = single ? regionAround(sheet, active.row, active.column) : selection;
    const range = hasHeader(sheet, block) ? { ...block, r1: block.r1 + 1 } : block;
    const { cells, styles } = sortRows(sheet, range, active.column, descending, (r, c) =>
      this.session.shown(r, c)
    );
    this.session.edit(...changeGestures(this.#place, cells, styles));
  }

  freeze(rows: number, columns: number): void {
    this.session.edit(
      events.frozen({ ...this.#place, frozen: { rows: Math.min(50, rows), columns: Math.min(20, columns) } })
    );
  }

  insertRows(): void {
    const { r1, r2 } = this.session.selection;
    this.session.edit(events.rowsInserted({ ...this.#place, at: r1, count: Math.min(1000, r2 - r1 + 1) }));
  }
  removeRows(): void {
    const { r1, r2 } = this.session.selection;
    this.session.edit(events.rowsRemoved({ ...this.#place, at: r1, count: Math.min(1000, r2 - r1 + 1) }));
  }
  insertColumns(): void {
    const { c1, c2 } = this.session.selection;
    this.session.edit(events.columnsInserted({ ...this.#place, at: c1, count: c2 - c1 + 1 }));
  }
  removeColumns(): void {
    const { c1, c2 } = this.session.selection;
    this.session.edit(events.columnsRemoved({ ...this.#place, at: c1, count: c2 - c1 + 1 }));
  }

  /** Empties the selection; looks stay. */
  clear(): void {
    const { sheet, selection } = this.session;
    const cells: [number, number, null][] = [];
    sheet.rows.forEach((row, r) =>
      row.forEach((value, c) => {
        if (value !== null && inRange(selection, r, c)) cells.push([r, c, null]);
      })
    );
    this.session.edit(...changeGestures(this.#place, cells));
  }

  /** Ctrl+; types the story's day. */
  today(): void {
    const { active, desk } = this.session;
    this.session.type([active.row, active.column, formatDate(Math.floor(serialOfMs(desk.clock.story())))]);
  }
}
