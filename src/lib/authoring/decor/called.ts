import type { Draft } from '../document/draft.svelte';
import { textIn, valueAt } from '../document/loose';
import { choicesOf } from './choices';
import type { Table } from './part';
import { READINGS } from './readings';

/** One value of a row as its author reads it; empty when there is none. */
function shownAt(draft: Draft, table: Table, row: unknown, key: string): string {
  const field = table.fields.find((one) => one.key === key);
  const value = valueAt(row, [key]);
  if (!field || !(field.kind in READINGS)) {
    const text = textIn(value);
    return choicesOf(draft, field?.from).find((option) => option.value === text)?.label ?? text;
  }
  return READINGS[field.kind as keyof typeof READINGS].show(value);
}

/** What a row is called on screen: the first of its telling values, as its list says it. */
export function calledOf(draft: Draft, table: Table, step: string | number, path = table.path): string {
  const row = valueAt(draft.source, [...path, step]);
  const words = table.called.map((key) => shownAt(draft, table, row, key)).find(Boolean);
  if (words) return words;
  return typeof step === 'string' ? step : `${table.one} ${step + 1}`;
}

/** What stands under the name of a row in a list: « Nadia Benali · 16/03/2026 17 h 40 ». */
export function aboutOf(draft: Draft, table: Table, step: string | number): string {
  const row = valueAt(draft.source, [...table.path, step]);
  return (table.about ?? [])
    .map((key) => shownAt(draft, table, row, key))
    .filter(Boolean)
    .join(' · ');
}
