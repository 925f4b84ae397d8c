import type { Draft } from '../document/draft.svelte';
import { storyIso } from '../../kernel/story-time';
import { listIn, mapIn, textIn, valueAt } from '../document/loose';
import type { Plain } from '../document/yaml-edit';
import { choicesOf } from './choices';
import type { Field } from './fields';
import type { Table } from './part';
import { READINGS } from './readings';

/** Colours of calendars that stay apart from one another, on white. */
const COLOURS = ['#2450a6', '#8a5000', '#b65420', '#6a4bab', '#1f7a4d', '#2f7f8a', '#a3325f', '#4d5b1f'];

/** A value as a new row has it: its column's own, else the first that there is to choose, else the day of the story. */
export function freshValue(draft: Draft, table: Table, field: Field): Plain | undefined {
  const story = textIn(draft.source?.['debut_fictif']) || '2026-03-17 08:30';
  const day = story.slice(0, 10);
  if (table.id === 'calendriers') return freshCalendar(draft, table, field);
  if (table.id === 'rendez-vous' && field.key === 'debut') return `${day} 14:00`;
  if (table.id === 'rendez-vous' && field.key === 'fin') return `${day} 15:00`;
  if (table.id === 'lignes') return freshLine(draft, field);
  if (field.fresh !== undefined) return freshOf(field);
  if (!field.needed) return undefined;
  if (field.kind === 'instant') return story;
  if (field.kind === 'day') return day;
  const [first] = choicesOf(draft, field.from ?? (field.kind === 'piece' ? 'pieces' : [])).filter(
    ({ value }) => value !== 'poste'
  );
  if (field.kind === 'many' || field.kind === 'pieces') return first ? [first.value] : [];
  return first?.value ?? '';
}

/** A whole new row, without its identifier. */
export const freshValues = (draft: Draft, table: Table): Readonly<Record<string, Plain>> =>
  Object.fromEntries(
    table.fields.flatMap((field): [string, Plain][] => {
      const value = freshValue(draft, table, field);
      return value === undefined ? [] : [[field.key, value]];
    })
  );

/** What a column says by itself of a row that says nothing. */
export function freshOf({ kind, fresh }: Field): Plain | undefined {
  return kind === 'lines' && typeof fresh === 'string' ? [fresh] : fresh;
}

/** A line is of the first article, or says itself what it is. */
function freshLine(draft: Draft, field: Field): Plain | undefined {
  const [article] = choicesOf(draft, 'articles');
  if (field.key === 'article') return article?.value;
  const bare: Readonly<Record<string, Plain>> = article
    ? {}
    : { designation: 'Désignation', prix: 0, tva: 20 };
  return field.key === 'quantite' ? 1 : bare[field.key];
}

function freshCalendar(draft: Draft, table: Table, field: Field): Plain | undefined {
  const there = listIn(valueAt(draft.source, table.path)).map(mapIn);
  const used = there.map(({ couleur }) => couleur);
  if (field.key === 'couleur') return COLOURS.find((color) => !used.includes(color)) ?? COLOURS[0];
  const shown = new Set(there.map(({ personne }) => personne));
  const colleague = Object.entries(mapIn(draft.source?.['personnes'])).find(
    ([id, person]) => mapIn(person)['poste'] !== undefined && !shown.has(id)
  );
  if (field.key === 'personne') return colleague?.[0];
  return field.key === 'salle' && !colleague ? 'Salle' : undefined;
}

/** A cell of an author’s table as its column wants it; `undefined` when there is nothing to write. */
export function valueOf(
  field: Field,
  text: string
): { readonly value: Plain | undefined } | { readonly fault: string } {
  const trimmed = text.trim();
  if (trimmed === '') return { value: freshOf(field) };
  // A spreadsheet takes the zero of a telephone away.
  if (field.kind === 'phone' && /^[1-9]\d{8}$/.test(trimmed)) return valueOf(field, `0${trimmed}`);
  if (field.kind === 'day' && /^\d{5}$/.test(trimmed)) return { value: dayOfSerial(Number(trimmed)) };
  if (field.kind === 'tick') return { value: /^(oui|o|x|vrai|1)$/i.test(trimmed) };
  return field.kind in READINGS
    ? READINGS[field.kind as keyof typeof READINGS].read(trimmed)
    : { value: trimmed };
}

/** A day that a spreadsheet keeps as a number: days since 30 December 1899. */
const dayOfSerial = (serial: number): string => storyIso(Date.UTC(1899, 11, 30 + serial)).slice(0, 10);
