import { filterSet } from '../events';
import type { SheetSession } from '../session.svelte';
import { regionAround } from './sort';

const place = (session: SheetSession) => ({ file: session.file, sheet: session.sheet.id });

/** Turns the automatic filter on around the active cell, or off. False when there is nothing to filter. */
export function toggleFilter(session: SheetSession): boolean {
  const { sheet, active, selection } = session;
  if (sheet.filter) {
    session.edit(filterSet({ ...place(session), filter: null }));
    return true;
  }
  const region = selection.r1 < selection.r2 ? selection : regionAround(sheet, active.row, active.column);
  if (region.r1 === region.r2) return false;
  session.edit(filterSet({ ...place(session), filter: { range: { ...region }, hidden: {} } }));
  return true;
}

/** The texts that a filtered column shows, in order, each once. */
export function filterTexts(session: SheetSession, column: number): string[] {
  const range = session.sheet.filter?.range;
  if (!range) return [];
  const texts = new Set<string>();
  for (let r = range.r1 + 1; r <= range.r2; r++) texts.add(session.displayed(r, column));
  return [...texts].sort(new Intl.Collator('fr', { numeric: true }).compare);
}

/** Hides the rows whose text in a column is among `texts`. */
export function hideTexts(session: SheetSession, column: number, texts: readonly string[]): void {
  const { filter } = session.sheet;
  if (!filter) return;
  const { [column]: _, ...others } = filter.hidden;
  const hidden = Object.fromEntries(Object.entries(others).map(([key, list]) => [key, [...list]]));
  if (texts.length) hidden[column] = [...texts];
  session.edit(filterSet({ ...place(session), filter: { range: filter.range, hidden } }));
}
