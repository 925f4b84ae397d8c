import { isMap, parseDocument, type Node } from 'yaml';
import type { Path } from './yaml-edit';

/** Where a value is written: its range and the column that it begins at. */
function placeOf(text: string, path: Path): { from: number; to: number; indent: number } | null {
  const node = parseDocument(text, { version: '1.2' }).getIn([...path], true) as Node | undefined;
  if (!node?.range) return null;
  const [from, to] = node.range;
  const written = text.slice(from, to);
  return { from, to: from + written.trimEnd().length, indent: from - (text.lastIndexOf('\n', from - 1) + 1) };
}

/** A part of a file as its author wrote it, without the indentation; empty when there is nothing on the path. */
export function fragmentOf(text: string, path: Path): string {
  const place = placeOf(text, path);
  if (!place) return '';
  const blank = ' '.repeat(place.indent);
  return text
    .slice(place.from, place.to)
    .split('\n')
    .map((line) => (line.startsWith(blank) ? line.slice(place.indent) : line))
    .join('\n');
}

/**
 * Puts a part that was edited apart back in its file, at its indentation. Refused, in French, while it is not a map by
 * itself or would break the file.
 */
export function replaceFragment(
  text: string,
  path: Path,
  fragment: string
): { readonly text: string } | { readonly error: string } {
  const place = placeOf(text, path);
  if (!place) return { error: 'Cet événement n’est plus dans le texte.' };
  const alone = parseDocument(fragment, { version: '1.2', prettyErrors: false });
  const [broken] = alone.errors;
  if (broken) {
    const line = fragment.slice(0, broken.pos[0]).split('\n').length;
    return { error: `Ligne ${line}\u00a0: ce YAML ne se lit pas.` };
  }
  if (!isMap(alone.contents)) return { error: 'Des clés et leurs valeurs sont attendues.' };
  const blank = ' '.repeat(place.indent);
  const [first = '', ...others] = fragment.trimEnd().split('\n');
  const indented = [first, ...others.map((line) => (line.trim() ? blank + line : ''))].join('\n');
  const next = text.slice(0, place.from) + indented + text.slice(place.to);
  return parseDocument(next, { version: '1.2' }).errors.length
    ? { error: 'Ce YAML ne tient pas à cette place.' }
    : { text: next };
}
