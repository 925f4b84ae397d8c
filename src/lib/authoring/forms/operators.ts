import { listIn, mapIn, textIn, type Loose } from '../document/loose';
import type { Plain } from '../document/yaml-edit';

/** How an attribute is compared, in the format's words. */
export type OperatorId = 'egal' | 'sauf' | 'parmi' | 'contient' | 'contient_tout' | 'entre' | 'existe';

export const OPERATORS: readonly { readonly id: OperatorId; readonly label: string }[] = [
  { id: 'egal', label: 'est' },
  { id: 'sauf', label: 'n’est pas' },
  { id: 'parmi', label: 'est l’un de' },
  { id: 'contient', label: 'contient' },
  { id: 'contient_tout', label: 'contient tout' },
  { id: 'entre', label: 'entre' },
  { id: 'existe', label: 'est rempli' }
];

/** The operator of a value of a pattern; `null` for what a line of form cannot show (a nested pattern, two operators). */
export function operatorIn(value: unknown): OperatorId | null {
  if (typeof value !== 'object' || value === null) return 'egal';
  if (Array.isArray(value)) return 'parmi';
  const keys = Object.keys(value);
  const [key] = keys;
  const known = OPERATORS.find(({ id }) => id === key);
  return keys.length === 1 && known && mapIn(value)['existe'] !== false ? known.id : null;
}

/** The compared value as a line of text: a list is separated by commas. */
export function wordsOf(value: unknown): string {
  const inner = typeof value === 'object' && !Array.isArray(value) ? Object.values(mapIn(value))[0] : value;
  return inner === true ? '' : listIn(inner).map(textIn).join(', ');
}

/** The lines of a pattern in the form: its keys but the fact, and those of a nested pattern (« piece.nom »). */
export const rowsOf = (pattern: Loose): readonly string[] =>
  Object.entries(pattern)
    .filter(([key]) => key !== 'fait')
    .flatMap(([key, value]) => {
      const inner = Array.isArray(value) ? [] : Object.keys(mapIn(value));
      const nested = inner.length > 0 && !inner.some((name) => OPERATORS.some(({ id }) => id === name));
      return nested ? inner.map((name) => `${key}.${name}`) : [key];
    });

const itemsOf = (words: string): readonly string[] =>
  words
    .split(',')
    .map((item) => item.trim())
    .filter(Boolean);

/** Texts separated by commas as the format takes them where one or several may stand. */
export function textsOf(words: string): Plain {
  const items = itemsOf(words);
  return items.length > 1 ? items : words.trim();
}

/** A line of text as the format writes it under an operator. `numeric` attributes (amounts) are numbers, with a point. */
export function withOperator(operator: OperatorId, words: string, numeric = false): Plain {
  const scalar = (text: string): string | number =>
    numeric && /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
  const items = itemsOf(words);
  switch (operator) {
    case 'egal':
      return scalar(words.trim());
    case 'sauf':
      return { sauf: items.length > 1 ? items.map(scalar) : scalar(words.trim()) };
    case 'parmi':
      return items.length > 1 ? { parmi: items.map(scalar) } : scalar(words.trim());
    case 'contient':
      return { contient: items.length > 1 ? items : words.trim() };
    case 'contient_tout':
      return { contient_tout: items };
    case 'entre':
      return { entre: [scalar(items[0] ?? '0'), scalar(items[1] ?? items[0] ?? '0')] };
    case 'existe':
      return { existe: true };
  }
}
