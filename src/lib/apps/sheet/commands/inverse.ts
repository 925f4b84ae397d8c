import type { DeskEvent, Gesture } from '../../../log/entry';
import * as events from '../events';
import type { Workbook } from '../workbook';

/**
 * The gestures that take the shape of the workbook back to what it was before `gesture`: lines, sheets, names. What else
 * the gesture lost (removed cells, broken references) is then restored by comparing sheets.
 */
export function shapeInverse(before: Workbook, gesture: Gesture): Gesture[] {
  const e = gesture as DeskEvent;
  const { file, sheet } = e.d as { file: string; sheet: string };
  const place = { file, sheet };
  const at = before.sheets.findIndex(({ id }) => id === sheet);
  const name = before.sheets[at]?.name ?? '';
  if (events.rowsInserted.is(e)) return [events.rowsRemoved({ ...place, at: e.d.at, count: e.d.count })];
  if (events.rowsRemoved.is(e)) return [events.rowsInserted({ ...place, at: e.d.at, count: e.d.count })];
  if (events.columnsInserted.is(e))
    return [events.columnsRemoved({ ...place, at: e.d.at, count: e.d.count })];
  if (events.columnsRemoved.is(e))
    return [events.columnsInserted({ ...place, at: e.d.at, count: e.d.count })];
  if (events.sheetAdded.is(e)) return [events.sheetRemoved(place)];
  if (events.sheetRemoved.is(e)) return [events.sheetAdded({ ...place, name, at })];
  if (events.sheetRenamed.is(e)) return [events.sheetRenamed({ ...place, name })];
  if (events.sheetMoved.is(e)) return [events.sheetMoved({ ...place, at })];
  return [];
}
