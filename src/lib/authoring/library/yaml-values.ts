import { isMap, isScalar, parseDocument, visit } from 'yaml';

/** Replaces pieces of a text by their ranges, which must not overlap. */
function spliced(text: string, edits: readonly { from: number; to: number; put: string }[]): string {
  return edits
    .toSorted((left, right) => right.from - left.from)
    .reduce((result, { from, to, put }) => result.slice(0, from) + put + result.slice(to), text);
}

/**
 * The text with one top-level value replaced, everything else (comments, order, spacing) untouched. A missing key is
 * written on the first line; a text that is not a map stays as it is.
 */
export function withTopValue(text: string, key: string, value: string): string {
  const { contents } = parseDocument(text, { prettyErrors: false });
  if (!isMap(contents)) return text;
  const put = JSON.stringify(value);
  const pair = contents.items.find((item) => isScalar(item.key) && item.key.value === key);
  if (!pair) return `${key}: ${put}\n${text}`;
  if (!isScalar(pair.value) || !pair.value.range) return text;
  const [from, to] = pair.value.range;
  // `titre:` alone: a space is needed before the value.
  return spliced(text, [{ from, to, put: from === to ? ` ${put}` : put }]);
}

/** The top-level texts of a file, as far as it can be read; `null` for a value that is missing or not a text. */
export function topValue(text: string, key: string): string | null {
  const { contents } = parseDocument(text, { prettyErrors: false });
  const value: unknown = isMap(contents) ? contents.get(key) : null;
  return typeof value === 'string' && value.trim() ? value : null;
}

const NAMES_PIECES = new Set(['piece', 'pieces', 'audio', 'remet', 'enveloppe', 'contenu']);

/** Where a piece is named in a text: the offsets of the scalars that are its name under a key that takes pieces. */
export function pieceUses(text: string, name: string): readonly { from: number; to: number; line: number }[] {
  const found: { from: number; to: number; line: number }[] = [];
  const document = parseDocument(text, { prettyErrors: false });
  visit(document, {
    Scalar(position, node, path) {
      if (position === 'key' || typeof node.value !== 'string' || node.value.normalize('NFC') !== name)
        return;
      const owner = path.findLast((step) => 'key' in step && isScalar(step.key));
      const key = owner && 'key' in owner && isScalar(owner.key) ? String(owner.key.value) : '';
      if (!NAMES_PIECES.has(key) || !node.range) return;
      const [from, to] = node.range;
      found.push({ from, to, line: text.slice(0, from).split('\n').length });
    }
  });
  return found;
}

/** The text with every mention of a piece under its new name. */
export const withPieceRenamed = (text: string, before: string, after: string): string =>
  spliced(
    text,
    pieceUses(text, before).map(({ from, to }) => ({ from, to, put: JSON.stringify(after) }))
  );
