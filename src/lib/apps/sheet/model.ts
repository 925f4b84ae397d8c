import type { AppModel } from '../../desk/app-model';
import { fileCopied, fileCreated } from '../../desk/files/model';
import { fileDropped } from '../../log/script-world';
import type { DeskEvent } from '../../log/entry';
import type { EventDefinition } from '../../log/event-definition';
import { readWorkbook } from './content';
import { setCells } from './edits/cells';
import { addChart, changeChart, moveChart, removeChart } from './edits/charts';
import { addSheet, moveSheet, nameSheet, removeSheet } from './edits/sheets';
import { shiftWorkbook } from './edits/structure';
import { formatRange, setStyles } from './edits/styles';
import * as events from './events';
import { seedWorkbooks } from './seed';
import type { Sheet, Style, Workbook } from './workbook';

/** Workbooks by file id. */
export interface SheetState {
  readonly workbooks: Readonly<Record<string, Workbook>>;
}

/** The workbook after one of this application's events; the same object when the event does not apply. */
export function editWorkbook(workbook: Workbook, event: Pick<DeskEvent, 'type' | 'd'>): Workbook {
  const e = event as DeskEvent;
  const id = (e.d as { sheet?: string }).sheet ?? '';
  if (events.sheetAdded.is(e)) return addSheet(workbook, id, e.d.name, e.d.at);
  const sheet = workbook.sheets.find((candidate) => candidate.id === id);
  if (!sheet) return workbook;
  if (events.sheetRenamed.is(e)) return nameSheet(workbook, id, e.d.name);
  if (events.sheetRemoved.is(e)) return removeSheet(workbook, id);
  if (events.sheetMoved.is(e)) return moveSheet(workbook, id, e.d.at);
  if (events.rowsInserted.is(e)) return shiftWorkbook(workbook, sheet, 'row', e.d.at, e.d.count);
  if (events.rowsRemoved.is(e)) return shiftWorkbook(workbook, sheet, 'row', e.d.at, -e.d.count);
  if (events.columnsInserted.is(e)) return shiftWorkbook(workbook, sheet, 'column', e.d.at, e.d.count);
  if (events.columnsRemoved.is(e)) return shiftWorkbook(workbook, sheet, 'column', e.d.at, -e.d.count);
  const next = editSheet(sheet, e);
  return next === sheet
    ? workbook
    : { sheets: workbook.sheets.map((item) => (item === sheet ? next : item)) };
}

function editSheet(sheet: Sheet, e: DeskEvent): Sheet {
  if (events.cellsChanged.is(e)) return setCells(sheet, e.d.cells);
  if (events.formatSet.is(e)) return formatRange(sheet, e.d.range, e.d.style);
  if (events.stylesChanged.is(e))
    return setStyles(sheet, e.d.cells as readonly (readonly [number, number, Style | null])[]);
  if (events.columnResized.is(e)) {
    const { [e.d.column]: _, ...widths } = sheet.widths;
    return { ...sheet, widths: e.d.width === null ? widths : { ...widths, [e.d.column]: e.d.width } };
  }
  if (events.mergesSet.is(e)) return { ...sheet, merges: e.d.merges };
  if (events.frozen.is(e)) return { ...sheet, frozen: e.d.frozen };
  if (events.filterSet.is(e)) return { ...sheet, filter: e.d.filter };
  if (events.chartAdded.is(e)) return addChart(sheet, e.d.chart);
  if (events.chartChanged.is(e)) return changeChart(sheet, e.d.chart);
  if (events.chartMoved.is(e)) return moveChart(sheet, e.d.chart, e.d.place);
  if (events.chartRemoved.is(e)) return removeChart(sheet, e.d.chart);
  return sheet;
}

/** The spreadsheet: contents of the files of kind `sheet`. */
export const sheetModel: AppModel<SheetState> = {
  id: 'sheet',
  events: events.sheetEvents as unknown as readonly EventDefinition[],
  open: seedWorkbooks,
  reduce(state, event) {
    const put = (file: string, workbook: Workbook): SheetState => ({
      workbooks: { ...state.workbooks, [file]: workbook }
    });
    if (fileCreated.is(event)) {
      return event.d.kind === 'sheet' ? put(event.d.file, readWorkbook(event.d.content)) : state;
    }
    if (fileDropped.is(event)) {
      const { kind, content } = event.d.document;
      return kind === 'sheet' ? put(event.d.file, readWorkbook(content)) : state;
    }
    if (fileCopied.is(event)) {
      const source = state.workbooks[event.d.file];
      return source ? put(event.d.copy, source) : state;
    }
    if (!event.type.startsWith('sheet.')) return state;
    const { file } = event.d as { file: string };
    const workbook = state.workbooks[file];
    if (!workbook) return state;
    const next = editWorkbook(workbook, event);
    return next === workbook ? state : put(file, next);
  }
};
